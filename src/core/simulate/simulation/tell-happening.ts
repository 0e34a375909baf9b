import type {
  AssignmentOutcome,
  Call,
  Conversation,
  Json,
  Message,
  Run,
  RunId,
  SimulationLine,
  StepId,
  Visit,
} from "#core/domain";
import type { Happening } from "../pretend-world.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

/**
 * Tells what an event came to in lines that two playings can be compared by: what was said, the way of the run, what it learned and
 * what became of the conversation. Names stand for ids; a step keeps its id, which an edit never changes.
 */
export const tellHappening = (
  happening: Happening,
  world: SimulatedWorld,
): readonly SimulationLine[] => {
  const { outcome, before } = happening;
  const { changes } = outcome;
  const own = ownRuns(happening, world);
  const stepOf = (runId: RunId | null, stepId: StepId | null): StepId | null =>
    runId !== null && own.has(runId) ? stepId : null;
  const line = (
    kind: SimulationLine["kind"],
    text: string,
    stepId: StepId | null = null,
  ): SimulationLine => ({ kind, text, step_id: stepId });
  return [
    ...changes.decisions
      .filter(({ workflowId }) => workflowId === world.workflow.id)
      .map(({ result, reason }) => line("start", result === "started" ? "started" : `${reason}`)),
    ...changes.messages
      .filter(({ author }) => author.kind !== "contact" && author.kind !== "member")
      .map((message) =>
        line(
          message.isNote ? "note" : "message",
          tellMessage(message),
          "runId" in message.author ? stepOf(message.author.runId, message.author.stepId) : null,
        ),
      ),
    ...changes.visits.flatMap((visit) => {
      const told = tellVisit(visit, changes.runs, before.visits);
      if (told === null) return [];
      const stepId = stepOf(visit.runId, visit.stepId);
      // A called workflow's steps are no steps of this one, and keep their ids in the text.
      return [
        line(told.kind, stepId === null ? `${visit.stepId}: ${told.text}` : told.text, stepId),
      ];
    }),
    ...changes.runs
      .filter(({ id }) => own.has(id))
      .flatMap((run) =>
        tellVariables(run, before.runs).map((text) => line("variable", text, run.stepId)),
      ),
    ...changes.calls.flatMap((call) =>
      tellCall(call).map((text) => line("call", text, stepOf(call.runId, null))),
    ),
    ...changes.assignments.map(({ outcome: settled }) =>
      line("assignment", tellAssignment(settled, world)),
    ),
    ...changes.conversations.flatMap((conversation) =>
      tellConversation(conversation, before.conversations).map((text) =>
        line("conversation", text),
      ),
    ),
    ...changes.runs
      .filter((run) => own.has(run.id) && run.endedAt !== null)
      .map((run) => line("end", tellEnd(run), stepAtEnd(run))),
  ];
};

const ownRuns = ({ before, outcome }: Happening, { workflow }: SimulatedWorld) =>
  new Set(
    [...before.runs, ...outcome.changes.runs]
      .filter(({ workflowId }) => workflowId === workflow.id)
      .map(({ id }) => id),
  );

const tellMessage = ({ author, text, quickReplies }: Message): string => {
  const buttons = quickReplies.map(({ label }) => ` [${label}]`).join("");
  const speaker = author.kind === "ai_agent" ? "AI: " : author.kind === "system" ? "System: " : "";
  return `${speaker}${text}${buttons}`;
};

/** A visit is told when it begins to wait and when it is over; what it waited for is in its run. */
const tellVisit = (
  visit: Visit,
  runs: readonly Run[],
  before: readonly Visit[],
): { readonly kind: "step" | "wait"; readonly text: string } | null => {
  if (visit.leftAt !== null || visit.path !== null)
    return { kind: "step", text: visit.path ?? visit.problem?.code ?? "" };
  const run = runs.find(({ id, visitId }) => id === visit.runId && visitId === visit.id);
  if (run === undefined || before.some(({ id }) => id === visit.id)) return null;
  return { kind: "wait", text: run.wait?.for ?? run.state };
};

const tellVariables = (run: Run, before: readonly Run[]): readonly string[] => {
  const old = before.find(({ id }) => id === run.id)?.variables ?? {};
  return Object.entries(run.variables)
    .filter(([name, value]) => !isSame(Object.hasOwn(old, name) ? old[name] : undefined, value))
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
};

const isSame = (one: Json | undefined, other: Json): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const tellCall = ({ request }: Call): readonly string[] => {
  switch (request.kind) {
    case "action":
      return [`${request.action} ${JSON.stringify(request.input)}`];
    case "model":
      return [`model ${request.prompt}`];
    case "mail":
      return [`mail to ${request.to}: ${request.subject}`];
    case "message":
      return [];
  }
};

const tellAssignment = (outcome: AssignmentOutcome, { members }: SimulatedWorld): string => {
  if (outcome.kind === "target_gone") return "the target is gone";
  if (outcome.kind === "nobody_available") return "nobody is available";
  return `assigned to ${members.find(({ id }) => id === outcome.memberId)?.name ?? "somebody"}`;
};

const tellConversation = (
  after: Conversation,
  conversations: readonly Conversation[],
): readonly string[] => {
  const old = conversations.find(({ id }) => id === after.id);
  const lines: string[] = [];
  if (old !== undefined && old.status !== after.status)
    lines.push(after.status === "open" ? "reopened" : "closed");
  if (old !== undefined && old.priority !== after.priority)
    lines.push(`priority ${after.priority}`);
  const tags = after.tags.filter((tag) => old?.tags.includes(tag) !== true);
  for (const tag of tags) lines.push(`tagged ${tag}`);
  if (after.rating !== null && after.rating !== (old?.rating ?? null))
    lines.push(`rated ${after.rating.score} of ${after.rating.scale}`);
  return lines;
};

const tellEnd = ({ state, outcome, problem }: Run): string => {
  if (state !== "completed") return `${state}${problem === null ? "" : ` ${problem.code}`}`;
  return outcome?.kind === "ended"
    ? `ended ${outcome.path ?? ""}`.trim()
    : (outcome?.kind ?? state);
};

const stepAtEnd = ({ outcome }: Run): StepId | null =>
  outcome?.kind === "ended" || outcome?.kind === "stopped" ? outcome.stepId : null;
