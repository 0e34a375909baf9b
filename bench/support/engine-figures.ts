/** What one core does without a database, measured on the same SupportRun as `supportrun`: two events, one assignment, seven visits. */
import {
  type ConditionGroup,
  type Event,
  type EventBody,
  type LiveWorkflow,
  noAttention,
  toContactId,
  toEventId,
  toMemberId,
  toMessageId,
  toTeamId,
  toVersionId,
  toWorkflowId,
} from "#core/domain";
import {
  compileVersion,
  type EngineWorld,
  evaluateConditions,
  handleEvent,
  type LaneOutcome,
  type LaneState,
  type Rotation,
  settleAssignment,
} from "#core/engine";
import { actionCatalogue } from "#integrations";
import { stepCatalogue } from "#steps";
import { supportRunGraph } from "#testing";
import { aContact, aStepContext, aWorkspace, builtAt } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import type { Figure } from "./figures.ts";

interface Options {
  readonly seconds: number;
}

const stepsPerRun = 7;
const turns = 5;

/** Measures the engine on one core. */
export const run = ({ seconds }: Options): { readonly figures: readonly Figure[] } => {
  const play = prepareSupportRun();
  const each = seconds / (turns * 2 + 1);
  repeat(play, each); // the just-in-time compiler is warm from here on
  const runs: number[] = [];
  const branches: number[] = [];
  const judge = prepareBranch();
  for (let turn = 0; turn < turns; turn += 1) {
    runs.push(repeat(play, each));
    branches.push(repeat(judge, each));
  }
  const perStep = runs.map((perSecond) => 1_000 / (perSecond * stepsPerRun));
  return {
    figures: [
      {
        name: "milliseconds_per_pure_step",
        values: perStep,
        unit: "ms",
        target: { text: "<= 0.05", isMet: (value) => value <= 0.05 },
      },
      {
        name: "branch_decisions_per_second",
        values: branches,
        unit: "decisions/s per core",
        target: { text: ">= 200000", isMet: (value) => value >= 200_000 },
      },
      {
        name: "support_runs_per_second",
        values: runs,
        unit: "runs/s per core, no database",
      },
    ],
  };
};

/** Calls something for so many seconds of this process's own CPU time, whoever else is busy, and says how often a second it was done. */
const repeat = (act: () => void, seconds: number): number => {
  const startedAt = process.cpuUsage();
  for (let count = 500; ; count += 500) {
    for (let index = 0; index < 500; index += 1) act();
    const { user, system } = process.cpuUsage(startedAt);
    const spent = (user + system) / 1_000_000;
    if (spent >= seconds) return count / spent;
  }
};

/** The group of three conditions that the first branch of a SupportRun judges. */
const prepareBranch = (): (() => void) => {
  const context = aStepContext({ triggerInputs: { message: "help, where is my order?" } });
  const group: ConditionGroup = {
    match: "all",
    conditions: [
      { field: "conversation.channel", operator: "equals", value: "widget" },
      { field: "trigger.message", operator: "contains", value: "help" },
      { field: "contact.email", operator: "not_exists" },
    ],
  };
  return () => {
    if (!evaluateConditions(group, context).passed) throw new Error("the branch was not taken");
  };
};

const prepareSupportRun = (): (() => void) => {
  const teamId = toTeamId("00000000-0000-7000-8000-0000000000b1");
  const workflowId = toWorkflowId("00000000-0000-7000-8000-0000000000c1");
  const version = {
    id: toVersionId("00000000-0000-7000-8000-0000000000d1"),
    workflowId,
    number: 1,
    graph: supportRunGraph(teamId),
  };
  const compiled = compileVersion(version, stepCatalogue, triggerCatalogue, actionCatalogue);
  if (!compiled.ok) throw new Error("the support run does not compile");
  const workflow: LiveWorkflow = { workflowId, name: "SupportRun", priority: 0, version };
  const world: EngineWorld = {
    now: builtAt,
    workspace: aWorkspace(),
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: actionCatalogue,
    live: [{ workflow, compiled: compiled.version }],
    retired: [],
    version: () => compiled.version,
  };
  const candidates = Array.from({ length: 10 }, (_unused, index) => ({
    memberId: toMemberId(`00000000-0000-7000-8000-0000000000a${index}`),
    isOnline: true,
    openCount: 0,
  }));
  let rotation: Rotation = { lastMemberId: null };
  let number = 0;
  const toEvent = (body: EventBody): Event => {
    number += 1;
    const id = `00000000-0000-7000-9000-${number.toString(16).padStart(12, "0")}`;
    return {
      id: toEventId(id),
      workspaceId: world.workspace.id,
      contactId: toContactId(contact.id),
      seed: id,
      happenedAt: builtAt,
      body,
    };
  };
  const contact = aContact();
  const empty: LaneState = {
    contact,
    visitorSessions: [],
    conversations: [],
    runs: [],
    visits: [],
    timers: [],
    starts: [],
    attention: noAttention,
    goals: [],
  };
  const say = (text: string): EventBody => ({
    type: "message_received",
    conversationId: null,
    messageId: toMessageId(`00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`),
    channel: "widget",
    text,
    quickReplyId: null,
    visitorSessionId: null,
  });
  return () => {
    const asked: LaneOutcome = handleEvent(world, empty, toEvent(say("help, where is my order?")));
    const answered = handleEvent(world, asked.lane, toEvent(say("it is mia@shop.example")));
    const [request] = answered.requests;
    if (request === undefined) throw new Error("the support run asked for nobody");
    const settled = settleAssignment(request, candidates, rotation);
    rotation = settled.rotation;
    const { lane } = handleEvent(
      world,
      answered.lane,
      toEvent({ type: "assignment_settled", request, outcome: settled.outcome }),
    );
    if (lane.runs.length > 0) throw new Error("the support run did not end");
  };
};
