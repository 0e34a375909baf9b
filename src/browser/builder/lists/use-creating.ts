import { useCreateWorkflow } from "#browser/data";
import type { Graph } from "#core/domain";
import { triggerTypes } from "#triggers";
import { useNavigate } from "@tanstack/react-router";
import { paths } from "../paths.ts";

const [firstTrigger] = triggerTypes;

/** A blank workflow: the first trigger type and nothing after it. */
const blankGraph: Graph = {
  format: 1,
  trigger: {
    type: firstTrigger.type,
    config: firstTrigger.initialConfig,
    conditions: { match: "all", conditions: [] },
    frequency: { every: "time" },
    on_takeover: "pause",
  },
  trigger_position: { x: 0, y: 0 },
  steps: [],
  notes: [],
  silent_ends: [],
  edges: [],
};

/** Makes a blank workflow of that name and opens it. Rejects with what the API said. */
export function useCreating(): (name: string) => Promise<void> {
  const { mutateAsync } = useCreateWorkflow();
  const navigate = useNavigate();
  return async (name) => {
    const { workflow } = await mutateAsync({ name, graph: blankGraph });
    await navigate({ to: paths.workflow(workflow.id) });
  };
}
