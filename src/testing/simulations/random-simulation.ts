import {
  type Graph,
  type SimulationAct,
  type SimulationStart,
  simulationActsSchema,
  simulationStartSchema,
  toMemberId,
  toTeamId,
  toWorkflowId,
} from "#core/domain";
import type { ActionCatalogue } from "#core/engine";
import type { SimulatedWorld } from "#core/simulate";
import { verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { mendGraph } from "../builders/mend-graph.ts";
import {
  randomCallingGraph,
  randomGraph,
  randomPeople,
  randomWorkflowIds,
} from "../builders/random-graph.ts";
import { aWorkspace } from "../builders/records.ts";
import { randomActions } from "../properties/random-actions.ts";

/** A world, a start and acts, all drawn from one seed. */
export interface RandomSimulation {
  readonly world: SimulatedWorld;
  readonly start: SimulationStart;
  readonly acts: readonly SimulationAct[];
}

/** A call that is repeated by itself comes back at moments that are the server's own, so that none is here. */
export const actionsOnce: ActionCatalogue = new Map(
  [...randomActions].map(([name, action]) => [name, { ...action, isRepeatable: false }]),
);

const checked = {
  members: new Set<string>(randomPeople.members),
  teams: new Set<string>([randomPeople.team]),
  actions: actionsOnce,
};

/** Fit to be published, as the server judges it. */
const isVerified = (graph: Graph): boolean =>
  verifyGraph(graph, stepCatalogue, triggerCatalogue, checked).every(
    ({ severity }) => severity !== "error",
  );

const [ana, ben] = randomPeople.members;
const member = fc.constantFrom(ana, ben);
const url = "https://shop.example/pricing";

const randomAct: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant("write"),
      text: fc.constantFrom("hello", "yes", "a@b.example", "aaaaaaaa!", "why?", "5", "tomorrow"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { act: "press", quick_reply_id: "yes", label: "Yes" },
      { act: "ask_for_person" },
      {
        act: "send_files",
        files: [{ name: "list.pdf", content_type: "application/pdf", bytes: 900 }],
      },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      { act: "detect", trigger_type: "chat_opened", url, evidence: {} },
      { act: "detect", trigger_type: "page_view", url, evidence: { visible_seconds: 9 } },
      { act: "visit", url: "https://shop.example/cart", is_new_visit: false },
      { act: "start", inputs: {}, by: "member" },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("set_presence"),
      member_id: member,
      presence: fc.constantFrom("online", "offline"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("reply"),
      member_id: member,
      text: fc.constant("I look"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("close"), member_id: member }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("assign"),
      member_id: fc.option(member),
      by_member_id: member,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("control_run"),
      control: fc.constantFrom("pause", "continue", "skip", "end"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("finish_call"),
      of: fc.constantFrom("model", "pretend.find_order@1", "pretend.refund_order@1"),
      outcome: fc.constantFrom(
        { kind: "done", output: { status: "sent", total: 5, refund: "R-1", text: "Hello" } },
        { kind: "done", output: "nonsense" },
        { kind: "failed", code: "refused", message: "It was refused." },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      { act: "pass_time", seconds: 3 },
      { act: "pass_time", seconds: 1_800 },
      { act: "pass_time", seconds: 90_000 },
      { act: "pass_to_next_timer" },
    ),
  },
);

const randomStart = fc.record({
  starts_at: fc.constantFrom("2026-03-02T09:00:00Z", "2026-03-28T23:30:00Z"),
  channel: fc.constantFrom("widget", "widget", "email"),
  page_url: fc.constant(url),
  language: fc.constantFrom("en", null),
  contact: fc.constant({ fields: {}, email_verification: "none", is_returning: false }),
  offline_member_ids: fc.constantFrom([], [ben], [ana, ben]),
  delivery_fails: fc.boolean(),
  called_workflows: fc.constant("live"),
});

const workflowId = (index: 0 | 1) => toWorkflowId(randomWorkflowIds[index]);

/** Draws a workflow that may call a second one, both fit to be published, and what happens to somebody. */
export const randomSimulation: fc.Arbitrary<RandomSimulation> = fc
  .record({
    graph: randomCallingGraph.map(mendGraph).filter(isVerified),
    called: randomGraph.map(mendGraph).filter(isVerified),
    start: randomStart,
    acts: fc.array(randomAct, { minLength: 6, maxLength: 22 }),
  })
  .map(({ graph, called, start, acts }) => ({
    world: {
      workspace: aWorkspace(),
      members: randomPeople.members.map((id, index) => ({
        id: toMemberId(id),
        name: index === 0 ? "Ana" : "Ben",
        email: `${index}@b.example`,
        role: "agent",
        presence: "online",
        openCount: 0,
        teamIds: [toTeamId(randomPeople.team)],
      })),
      teams: [{ id: toTeamId(randomPeople.team), name: "Support" }],
      steps: stepCatalogue,
      triggers: triggerCatalogue,
      actions: actionsOnce,
      workflow: { id: workflowId(0), name: "W0", graph },
      called: [{ id: workflowId(1), name: "W1", graph: called }],
    },
    start: simulationStartSchema.parse(start),
    acts: simulationActsSchema.parse(acts),
  }));
