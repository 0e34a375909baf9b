import {
  type CallOutcome,
  type EventBody,
  type Graph,
  type Member,
  minute,
  toConversationId,
  toMemberId,
  toMessageId,
  toTeamId,
  toVersionId,
  toVisitorSessionId,
  toWorkflowId,
} from "#core/domain";
import { PretendWorld } from "#core/simulate";
import { stepCatalogue } from "#steps";
import { aContact, aWorkspace, builtAt } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { randomPeople, randomWorkflowIds } from "../builders/random-graph.ts";
import { randomActions } from "./random-actions.ts";

/** Something that happens, before it is known to which conversation or run. */
export type RandomAct =
  | { readonly kind: "write"; readonly text: string; readonly quickReplyId: string | null }
  | { readonly kind: "detect"; readonly triggerType: string }
  | { readonly kind: "reply" | "note" | "close" | "reopen" | "start" | "unassign" | "read" }
  | { readonly kind: "assign"; readonly member: 0 | 1 }
  | { readonly kind: "presence"; readonly member: 0 | 1; readonly isOnline: boolean }
  | { readonly kind: "control"; readonly control: "pause" | "continue" | "skip" | "end" }
  | { readonly kind: "call"; readonly outcome: CallOutcome }
  | { readonly kind: "advance"; readonly minutes: number };

const problem = { code: "provider_down", message: "The provider did not answer." };

export const randomActs: fc.Arbitrary<readonly RandomAct[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("write" as const),
        text: fc.constantFrom("hello", "yes", "a@b.example", "aaaaaaaa!", "why?", "5"),
        quickReplyId: fc.constantFrom(null, "yes"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("detect" as const),
        triggerType: fc.constantFrom("chat_opened", "page_view"),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          "reply" as const,
          "note" as const,
          "close" as const,
          "reopen" as const,
          "start" as const,
          "unassign" as const,
          "read" as const,
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("assign" as const),
        member: fc.constantFrom(0 as const, 1 as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("presence" as const),
        member: fc.constantFrom(0 as const, 1 as const),
        isOnline: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("control" as const),
        control: fc.constantFrom(
          "pause" as const,
          "continue" as const,
          "skip" as const,
          "end" as const,
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("call" as const),
        outcome: fc.constantFrom<CallOutcome>(
          { kind: "done", output: { status: "sent", total: 5, refund: "R-1", text: "Hello" } },
          { kind: "done", output: "nonsense" },
          { kind: "failed", problem },
          { kind: "unknown", problem },
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("advance" as const),
        minutes: fc.constantFrom(1, 30, 60, 60 * 25, 60 * 24 * 8),
      }),
    },
  ),
  { minLength: 1, maxLength: 25 },
);

const contact = aContact({ name: "Mia" });
const members = randomPeople.members.map((id): Member => ({
  id: toMemberId(id),
  name: id,
  email: "a@b.example",
  role: "agent",
  presence: "online",
  openCount: 0,
  teamIds: [toTeamId(randomPeople.team)],
}));

/** Makes a world with one contact in which these graphs are live, the first with the highest priority. */
export const aRandomWorld = (graphs: readonly Graph[]): PretendWorld => {
  const world = new PretendWorld({
    now: builtAt,
    workspace: aWorkspace(),
    members,
    teams: [{ id: toTeamId(randomPeople.team), name: "Support" }],
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: randomActions,
    workflows: graphs.map((graph, priority) => {
      const workflowId = toWorkflowId(randomWorkflowIds[priority] ?? "");
      return {
        workflowId,
        name: `W${priority}`,
        priority,
        version: {
          id: toVersionId(`00000000-0000-7000-8000-0000000000d${priority}`),
          workflowId,
          number: 1,
          graph,
        },
      };
    }),
  });
  world.addContact(contact);
  return world;
};

/** Plays acts one after the other; an act that needs a conversation or run that is not there does nothing. */
export const playAll = (world: PretendWorld, acts: readonly RandomAct[]): void => {
  acts.forEach((act, index) => {
    if (act.kind === "advance") return world.advance(act.minutes * minute);
    if (act.kind === "presence")
      return world.setPresence(
        toMemberId(randomPeople.members[act.member]),
        act.isOnline ? "online" : "offline",
      );
    const body = toBody(world, act, index);
    if (body !== null) world.happen(contact.id, body);
  });
};

const toBody = (world: PretendWorld, act: RandomAct, index: number): EventBody | null => {
  const lane = world.lane(contact.id);
  const conversationId =
    lane.conversations.at(-1)?.id ?? toConversationId("00000000-0000-7000-8000-0000000000ff");
  const memberId = toMemberId(randomPeople.members[0]);
  const messageId = toMessageId(
    `00000000-0000-7000-8000-00000001${index.toString().padStart(4, "0")}`,
  );
  const visitorSessionId = toVisitorSessionId("00000000-0000-7000-8000-0000000000e1");
  switch (act.kind) {
    case "write":
      return {
        type: "message_received",
        conversationId: null,
        messageId,
        channel: "widget",
        text: act.text,
        quickReplyId: act.quickReplyId,
        visitorSessionId,
      };
    case "detect":
      return {
        type: "detection_made",
        triggerType: act.triggerType,
        visitorSessionId,
        page: { url: "https://shop.example/", title: "", referrer: "" },
        evidence: {},
      };
    case "reply":
      return { type: "member_message_sent", conversationId, messageId, memberId, text: "hi" };
    case "note":
      return { type: "note_added", conversationId, messageId, memberId, text: "note" };
    case "close":
      return { type: "conversation_closed", conversationId, byMemberId: memberId };
    case "reopen":
      return { type: "conversation_reopened", conversationId, byMemberId: memberId };
    case "read":
      return { type: "messages_read", conversationId, by: "member", sequence: index };
    case "assign":
      return {
        type: "conversation_assigned",
        conversationId,
        memberId: toMemberId(randomPeople.members[act.member]),
        teamId: null,
        byMemberId: memberId,
      };
    case "unassign":
      return {
        type: "conversation_assigned",
        conversationId,
        memberId: null,
        teamId: null,
        byMemberId: memberId,
      };
    case "start":
      return {
        type: "workflow_requested",
        workflowId: toWorkflowId(randomWorkflowIds[0]),
        conversationId: null,
        inputs: {},
        byMemberId: memberId,
        endsHolder: index % 2 === 0,
      };
    case "control": {
      const run = lane.runs.at(-1);
      return run === undefined
        ? null
        : { type: "run_controlled", runId: run.id, control: act.control, byMemberId: memberId };
    }
    case "call": {
      const [call] = world.waitingCalls(contact.id);
      if (call === undefined) return null;
      const { id: callId, key, runId, visitId } = call;
      return { type: "call_finished", callId, key, runId, visitId, outcome: act.outcome };
    }
    case "advance":
    case "presence":
      return null;
  }
};
