import { type Moment, type StepId, toWorkflowId, type Version } from "#core/domain";
import { type ActionCatalogue, noActions } from "./action-contract.ts";
import { bindGraph, type GraphProblem } from "./check-graph.ts";
import type { CompiledVersion } from "./compile.ts";
import type { StepCatalogue } from "./step-contract.ts";
import type { TriggerCatalogue } from "./trigger-contract.ts";

export type CompileResult =
  | { readonly ok: true; readonly version: CompiledVersion }
  | { readonly ok: false; readonly problems: readonly GraphProblem[] };

/** Makes a version ready to run; the problems name the step and field of every config that cannot be parsed. */
export const compileVersion = (
  version: Version,
  steps: StepCatalogue,
  triggers: TriggerCatalogue,
  actions: ActionCatalogue = noActions,
): CompileResult => {
  const { graph } = version;
  const { trigger } = graph;
  const bound = bindGraph(graph, steps, triggers, actions);
  if (bound.problems.length > 0 || bound.trigger === null)
    return { ok: false, problems: bound.problems };
  const targets = new Map<string, Map<string, StepId>>();
  for (const { from, path, to } of graph.edges) {
    const paths = targets.get(from) ?? new Map<string, StepId>();
    targets.set(from, paths.set(path, to));
  }
  const silent = new Set((graph.silent_ends ?? []).map(({ from, path }) => `${from} ${path}`));
  return {
    ok: true,
    version: {
      id: version.id,
      workflowId: version.workflowId,
      number: version.number,
      trigger: bound.trigger,
      conditions: trigger.conditions,
      frequency: trigger.frequency,
      onTakeover: trigger.on_takeover,
      activeFrom: toMoment(trigger.active_from),
      activeUntil: toMoment(trigger.active_until),
      aiAgent: trigger.ai_agent ?? { mode: "leave" },
      goal: trigger.goal ?? null,
      // Handing to an AI agent lets somebody speak to the contact (SPEC 2).
      speaks:
        trigger.ai_agent?.mode === "hand_to" ||
        [...bound.steps.values()].some((step) => step.speaks),
      startsWorkflows: [...bound.steps.values()].flatMap(({ references }) =>
        references.flatMap(({ kind, id }) => (kind === "workflow" ? [toWorkflowId(id)] : [])),
      ),
      firstStepId: targets.get("trigger")?.get("next") ?? null,
      step: (id) => bound.steps.get(id),
      endsSilently: (id, path) => silent.has(`${id} ${path}`),
      target: (id, path) => targets.get(id)?.get(path) ?? null,
    },
  };
};

/** The schema lets only whole ISO moments with an offset through. */
const toMoment = (text: string | null | undefined): Moment | null =>
  text === null || text === undefined ? null : Date.parse(text);
