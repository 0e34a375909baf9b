import type { AssignmentOutcome, Graph, Json, Occurrence, StepEvent, StepId } from "#core/domain";
import type { Move, Story } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { secondsWords } from "../difference/words/value-words.ts";

const quoted = (text: string): string => `“${text}”`;

/** Says what sets the trigger off. */
export const occurrenceWords = (occurrence: Occurrence): string => {
  switch (occurrence.type) {
    case "conversation_opened":
      return occurrence.by === "contact" && occurrence.text !== ""
        ? `the customer writes ${quoted(occurrence.text)} first`
        : "a conversation is opened";
    case "message_received":
      return `the customer writes ${quoted(occurrence.text)}`;
    case "detection":
      return `the widget notices ${quoted(triggerCatalogue.get(occurrence.triggerType)?.title ?? occurrence.triggerType)}`;
    case "request":
      return occurrence.by === "member" ? "a member starts it" : "it is started from outside";
    case "conversation_closed":
      return "the conversation is closed";
    case "conversation_reopened":
      return "the conversation is reopened";
    case "tag_changed":
      return `the tag ${quoted(occurrence.tag)} is ${occurrence.change}`;
    case "field_changed":
      return `${occurrence.field} becomes ${factValue(occurrence.to)}`;
    case "rating_received":
      return `the customer rates ${occurrence.score}`;
    case "silence":
      return occurrence.side === "customer"
        ? "the customer has been silent long enough"
        : "the team has been silent long enough";
    case "custom_event":
      return `the event ${quoted(occurrence.name)} comes`;
    case "webhook":
      return "another system calls";
    case "schedule":
      return "its moment has come";
  }
};

/** Says what must be known at the start: "contact.email is empty". */
export const factWords = (facts: Story["facts"]): readonly string[] =>
  Object.entries(facts).map(([path, value]) =>
    value === null || value === "" ? `${path} is empty` : `${path} is ${factValue(value)}`,
  );

const factValue = (value: Json): string => {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return "empty";
  return typeof value === "number" ? String(value) : JSON.stringify(value);
};

/** Says one visit of a way: what happens there, and by which path it is left. */
export const moveWords = (graph: Graph, { stepId, events, path }: Move): string => {
  const happens = events.map((event) => eventWords(graph, stepId, event));
  const title = path === null ? null : pathTitle(graph, stepId, path);
  const parts = [...happens, ...(title === null ? [] : [title])];
  return parts.length === 0 ? "the run comes here" : parts.join(" → ");
};

const pathTitle = (graph: Graph, stepId: StepId, path: string): string | null => {
  const step = graph.steps.find(({ id }) => id === stepId);
  const paths =
    step === undefined ? [] : (stepCatalogue.get(step.type)?.sketch(step.config).outputPaths ?? []);
  return paths.length < 2 ? null : quoted(paths.find(({ id }) => id === path)?.title ?? path);
};

const eventWords = (graph: Graph, stepId: StepId, event: StepEvent): string => {
  switch (event.type) {
    case "reply":
      if (event.asksForPerson) return "the customer asks for a person";
      if ((event.attachments?.length ?? 0) > 0) return "the customer sends a file";
      return event.text === ""
        ? "the customer answers"
        : `the customer answers ${quoted(event.text)}`;
    case "timer":
      return timeWords(graph, stepId);
    case "assignment":
      return assignmentWords[event.outcome.kind];
    case "assignment_offered":
      return "somebody may be free";
    case "call":
      return event.outcome.kind === "done" ? "the action succeeds" : "the action fails";
    case "child":
      return event.result.kind === "completed"
        ? "the other workflow ends"
        : "the other workflow does not come to its end";
    case "delivery":
      return event.delivery === "failed" ? "the message is not delivered" : "the message is sent";
    case "ai_agent":
      return `the AI agent is done: ${event.outcome.replaceAll("_", " ")}`;
    case "ask_again":
      return "the question is asked again";
  }
};

const assignmentWords: Readonly<Record<AssignmentOutcome["kind"], string>> = {
  assigned: "somebody takes it",
  nobody_available: "nobody is free",
  target_gone: "who should take it is gone",
};

/** How long a step waits, as its config says; "its time passes" where it does not. */
const timeWords = (graph: Graph, stepId: StepId): string => {
  const step = graph.steps.find(({ id }) => id === stepId);
  const bound = step === undefined ? undefined : stepCatalogue.get(step.type)?.bind(step.config);
  if (bound?.ok !== true) return "its time passes";
  const { question } = bound.step;
  if (question !== null)
    return question.timeoutSeconds === null
      ? "the customer does not answer in time"
      : `the customer does not answer for ${secondsWords(question.timeoutSeconds)}`;
  const { amount, unit } = step?.config ?? {};
  return step?.type === "wait" && typeof amount === "number" && typeof unit === "string"
    ? `${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit} ${amount === 1 ? "passes" : "pass"}`
    : "its time passes";
};
