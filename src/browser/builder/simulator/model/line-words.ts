import { waitWords } from "#browser/graph";
import type { Graph, SimulationLine } from "#core/domain";
import { nonStartReasons, waitKinds } from "#core/domain";
import { stepCatalogue } from "#steps";
import { outputPathsOf } from "../../document/graph-edits.ts";
import { stepName } from "../../step-name.ts";

const reasons: Readonly<Record<(typeof nonStartReasons)[number], string>> = {
  not_published: "it is not published",
  not_active_now: "it is not active at this time",
  condition: "the trigger’s conditions do not fit",
  frequency: "it started for this contact before, as often as it may",
  person_has_floor: "a person has the conversation",
  ai_agent_has_floor: "an AI agent has the conversation",
  run_has_floor: "a run has the conversation",
  attention_budget: "the contact was shown enough lately",
  lost_to_higher_workflow: "another workflow came first",
};

/** Says why a workflow did not start. */
export const reasonWords = (reason: string | null): string =>
  reasons[nonStartReasons.find((each) => each === reason) ?? "condition"];

const ends: Readonly<Record<string, string>> = {
  conversation_closed: "The run ends: the conversation is closed",
  handed_over: "The run ends: handed over",
  asked_for_person: "The run ends: a person is asked for",
};

/** Says a line of what followed, with the names that the draft has now. */
export function lineWords({ kind, step_id, text }: SimulationLine, graph: Graph): string {
  const step = graph.steps.find(({ id }) => id === step_id);
  const at = step === undefined ? "" : stepName(step);
  switch (kind) {
    case "message":
      return text;
    case "note":
      return `Note: ${text}`;
    case "step": {
      if (step === undefined) return `→ ${text}`;
      const path = outputPathsOf(graph, step.id, stepCatalogue).find(({ id }) => id === text);
      return `${at} → ${path?.title ?? text}`;
    }
    case "wait":
      return `${at === "" ? "Another workflow" : at} waits for ${waitWords(waitKinds.find((each) => each === text) ?? null)}`;
    case "variable":
      return text;
    case "call":
      return `Asks ${text}`;
    case "assignment":
    case "conversation":
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
    case "start":
      return text === "started" ? "The workflow starts" : `Not started: ${reasonWords(text)}`;
    case "end":
      if (text.startsWith("ended")) return at === "" ? "The run ends" : `The run ends after ${at}`;
      return ends[text] ?? `The run ends: ${text.replaceAll("_", " ")}`;
    case "misfit":
      return `Does not fit any more: ${text}`;
  }
}
