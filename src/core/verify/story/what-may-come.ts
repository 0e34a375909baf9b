import {
  aiAgentOutcomes,
  type CallOutcome,
  type Json,
  type StepEvent,
  toMemberId,
  type Wait,
} from "#core/domain";
import type { ActionField, StepEffect } from "#core/engine";
import { ensureConversation, type Pretended } from "./pretended.ts";

/** A run that waits, with what its step wanted done when it began to. */
export interface Parked {
  readonly wait: Wait;
  readonly effects: readonly StepEffect[];
  readonly moment: Pretended;
}

/** Something that resumes a step, and the moment at which it does. */
export interface Coming {
  readonly event: StepEvent;
  readonly moment: Pretended;
}

/** What may come for a wait: the answer to a wish before all, else the next timer, then a message. */
export function* whatMayCome(
  parked: Parked,
  replies: readonly string[],
): Generator<Coming, undefined> {
  const { wait, effects, moment } = parked;
  const request = effects.find(({ type }) => type === "request_assignment");
  if (request?.type === "request_assignment") {
    yield* toAssignments(request, moment);
    return;
  }
  yield* toOutcomes(parked);
  const [timer] = wait.timers.toSorted((a, b) => a.dueAt - b.dueAt);
  if (timer !== undefined)
    yield {
      event: { type: "timer", name: timer.name },
      moment: { ...moment, now: Math.max(moment.now, timer.dueAt) },
    };
  if (wait.takesReply) yield* toReplies(effects, replies, moment);
}

/** What others come to that the run waits for. */
function* toOutcomes({ wait, effects, moment }: Parked): Generator<Coming> {
  const calls = effects.filter((effect) => effect.type === "call");
  for (const call of calls)
    for (const outcome of toCallOutcomes(call, moment))
      yield { event: { type: "call", key: "", outcome }, moment };
  // A model that was called is waited for as an AI agent is, but it answers the call.
  if (calls.length > 0) return;
  switch (wait.for) {
    case "child":
      yield {
        event: { type: "child", result: { kind: "completed", variables: {} } },
        moment,
      };
      return;
    case "delivery":
      for (const delivery of ["sent", "failed"] as const)
        yield { event: { type: "delivery", delivery }, moment };
      return;
    case "ai_agent":
      for (const outcome of aiAgentOutcomes) yield { event: { type: "ai_agent", outcome }, moment };
      return;
    default:
  }
}

const toCallOutcomes = (
  { request }: Extract<StepEffect, { type: "call" }>,
  { actions }: Pretended,
): readonly CallOutcome[] => {
  const problem = { code: "pretended", message: "Pretended to fail." };
  const outputs = request.kind === "action" ? (actions?.get(request.action)?.outputs ?? []) : [];
  const output: Json =
    request.kind === "action"
      ? Object.fromEntries(outputs.map((field) => [field.name, valueOf(field)]))
      : request.kind === "model"
        ? request.purpose === "condition"
          ? { verdict: "yes" }
          : { text: "Hello." }
        : null;
  return [
    { kind: "done", output },
    { kind: "failed", problem },
    { kind: "unknown", problem },
  ];
};

const valueOf = ({ type, values }: ActionField): Json => {
  switch (type) {
    case "number":
      return 1;
    case "boolean":
      return true;
    case "list":
      return [];
    case "object":
      return {};
    case "date":
      return "2026-03-02";
    case "datetime":
      return "2026-03-02T09:00:00.000Z";
    case "any":
    case "string":
      return values?.[0] ?? "something";
  }
};

/** Stands for whichever member it becomes. */
const somebody = toMemberId("00000000-0000-7000-8000-0000000000f1");

const toAssignments = (
  { target, policy }: Extract<StepEffect, { type: "request_assignment" }>,
  moment: Pretended,
): readonly Coming[] => {
  const memberId = target.kind === "member" ? target.memberId : somebody;
  const teamId = target.kind === "team" ? target.teamId : null;
  const explanation = {
    policy: target.kind === "member" ? "direct" : policy,
    candidates: [],
  } as const;
  const { conversation } = moment;
  return [
    {
      event: { type: "assignment", outcome: { kind: "assigned", memberId, teamId, explanation } },
      moment: {
        ...moment,
        conversation:
          conversation === null
            ? null
            : { ...conversation, assigneeId: memberId, teamId: teamId ?? conversation.teamId },
      },
    },
    {
      event: { type: "assignment", outcome: { kind: "nobody_available", teamId, explanation } },
      moment,
    },
  ];
};

/** Presses each button that was offered, writes each text, and at last asks for a person. */
function* toReplies(
  effects: readonly StepEffect[],
  texts: readonly string[],
  before: Pretended,
): Generator<Coming> {
  const spoken = ensureConversation(before);
  const moment = { ...spoken, contact: { ...spoken.contact, lastRepliedAt: spoken.now } };
  const reply = (text: string, quickReplyId: string | null, asksForPerson = false): Coming => ({
    event: { type: "reply", text, quickReplyId, asksForPerson },
    moment,
  });
  for (const effect of effects) {
    if (effect.type !== "send_message") continue;
    for (const { id, label } of effect.quickReplies ?? []) yield reply(label, id);
  }
  for (const text of texts) yield reply(text, null);
  yield reply("talk to a person", null, true);
}
