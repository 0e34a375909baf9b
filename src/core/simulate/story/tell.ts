import type { AssignmentOutcome, Call, Conversation, Message, Problem, Run } from "#core/domain";
import type { LaneOutcome, LaneState } from "#core/engine";

/** Turns ids into the names of a story. */
export type NameOf = (id: string) => string;

/** Tells what an event came to, one line per thing a person would notice. */
export const tell = (
  before: LaneState,
  outcome: LaneOutcome,
  nameOf: NameOf,
): readonly string[] => {
  const { changes, problem } = outcome;
  return [
    ...changes.messages
      .filter(({ author }) => author.kind !== "contact" && author.kind !== "member")
      .map((message) => tellMessage(message, nameOf)),
    ...changes.calls.flatMap(tellCall),
    ...changes.decisions.map((decision) =>
      decision.result === "started"
        ? `started ${nameOf(decision.workflowId)}`
        : `not started ${nameOf(decision.workflowId)}: ${decision.reason}`,
    ),
    ...changes.assignments.map(({ outcome: assigned }) => tellAssignment(assigned, nameOf)),
    ...changes.conversations.flatMap((conversation) =>
      tellConversation(before, conversation, nameOf),
    ),
    ...changes.runs.flatMap((run) => tellRun(before, run, nameOf)),
    ...(problem === null ? [] : [tellProblem(problem)]),
  ];
};

const tellMessage = (
  { author, text, quickReplies, conversationId, isNote }: Message,
  nameOf: NameOf,
): string => {
  const buttons = quickReplies.map(({ id, label }) => ` [${id}: ${label}]`).join("");
  const speaker =
    author.kind === "workflow"
      ? nameOf(author.workflowId)
      : author.kind === "ai_agent"
        ? "AI"
        : "the system";
  const how = isNote ? " (note)" : "";
  return `${speaker} → ${nameOf(conversationId)}${how}: ${text.replaceAll("\n", " ⏎ ")}${buttons}`;
};

/** A message that a channel carries is told as a message. */
const tellCall = ({ request }: Call): readonly string[] => {
  switch (request.kind) {
    case "action":
      return [`calls ${request.action} ${JSON.stringify(request.input)}`];
    case "model":
      return [`asks the model: ${request.prompt.replaceAll("\n", " ⏎ ")}`];
    case "mail":
      return [`mails ${request.to}: ${request.subject}`];
    case "message":
      return [];
  }
};

const tellAssignment = (outcome: AssignmentOutcome, nameOf: NameOf): string => {
  if (outcome.kind === "target_gone") return "the target is gone";
  const { candidates } = outcome.explanation;
  const passedOver = candidates
    .filter((each) => each.passedOver !== null)
    .map((each) => `${nameOf(each.memberId)} ${each.passedOver}`);
  const why = passedOver.length === 0 ? "" : ` (${passedOver.join(", ")})`;
  return outcome.kind === "assigned"
    ? `assigned to ${nameOf(outcome.memberId)}${why}`
    : `nobody available${why}`;
};

const tellConversation = (
  before: LaneState,
  after: Conversation,
  nameOf: NameOf,
): readonly string[] => {
  const old = before.conversations.find(({ id }) => id === after.id);
  const lines = [];
  if (old === undefined)
    lines.push(`${nameOf(after.id)} is ${after.isGreeting ? "greeted" : "opened"}`);
  else if (old.isGreeting && !after.isGreeting) lines.push(`${nameOf(after.id)} is opened`);
  else if (old.status !== after.status)
    lines.push(`${nameOf(after.id)} is ${after.status === "open" ? "reopened" : "closed"}`);
  if (after.rating !== null && after.rating !== (old?.rating ?? null))
    lines.push(`${nameOf(after.id)} is rated ${after.rating.score} on ${after.rating.scale}`);
  const [had, has] = [old?.floor ?? { holder: "nobody" }, after.floor].map((floor) =>
    floor.holder === "run"
      ? nameOf(floor.runId)
      : floor.holder === "person"
        ? nameOf(floor.memberId)
        : floor.holder === "ai_agent"
          ? nameOf(floor.aiAgentId)
          : "nobody",
  );
  if (had !== has) lines.push(`the floor goes to ${has}`);
  return lines;
};

const tellRun = (before: LaneState, run: Run, nameOf: NameOf): readonly string[] => {
  const old = before.runs.find(({ id }) => id === run.id);
  const name = nameOf(run.id);
  const variables = Object.entries(run.variables).map(
    ([key, value]) => `${key}=${JSON.stringify(value)}`,
  );
  const held =
    run.heldEvents.length > (old?.heldEvents.length ?? 0) ? [`${name} keeps it for later`] : [];
  if (old !== undefined && old.state === run.state && old.visitId === run.visitId) return held;
  switch (run.state) {
    case "waiting":
      return [`${name} waits at ${run.stepId} for ${run.wait?.for}`];
    case "completed": {
      const { outcome } = run;
      const how =
        outcome?.kind === "ended"
          ? `at ${outcome.stepId} by ${outcome.path}`
          : (outcome?.kind ?? "");
      return [[`${name} is completed: ${how}`, ...variables].join(", ")];
    }
    default:
      return [`${name} is ${run.state}${run.problem === null ? "" : `: ${run.problem.code}`}`];
  }
};

const tellProblem = ({ code }: Problem): string => `problem: ${code}`;
