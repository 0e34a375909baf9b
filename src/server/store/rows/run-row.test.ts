import {
  day,
  type Run,
  toContactId,
  toEventId,
  toRunId,
  toVersionId,
  toWorkflowId,
} from "#core/domain";
import { aWorkspace, builtAt } from "#testing/builders";
import { expect, it } from "vitest";
import { fromRun, toRun } from "./run-row.ts";

const run: Run = {
  id: toRunId("run"),
  workflowId: toWorkflowId("workflow"),
  versionId: toVersionId("version"),
  contactId: toContactId("contact"),
  conversationId: null,
  state: "running",
  isCustomerFacing: true,
  visitId: null,
  stepId: null,
  wait: null,
  visitState: null,
  variables: { order: "TH-7" },
  memories: { again: 2 },
  triggerInputs: {},
  visitCount: 3,
  effectCount: 0,
  language: "en",
  heldEvents: [],
  startedByEventId: toEventId("event"),
  startedAt: builtAt,
  endedAt: null,
  outcome: null,
  problem: null,
  parentRunId: null,
  floorRunId: toRunId("run"),
  depth: 0,
  visitsBefore: 0,
  retryOfRunId: null,
  lastCall: null,
  expiresAt: builtAt + 90 * day,
  answeredAt: null,
};

it("reads a run as it was written", () => {
  expect(toRun(fromRun(aWorkspace().id, run))).toEqual(run);
});

it("reads a run that was stored before steps could remember", () => {
  const row = fromRun(aWorkspace().id, run);
  const { memories: _, format: __, ...older } = row.data;
  expect(toRun({ ...row, data: { ...older, format: 1 } })).toEqual({ ...run, memories: {} });
});
