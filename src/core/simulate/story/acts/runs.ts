import { jsonSchema } from "#core/domain";
import { z } from "zod";
import type { ActForm } from "../act.ts";

const inputsSchema = z.record(z.string(), jsonSchema);
const controls = ["pause", "continue", "skip", "end"] as const;

/** What a member does to workflows and their runs. */
export const runActs: readonly ActForm[] = [
  {
    written: "ANA pauses the run",
    form: /^(\w+) (pause|continue|skip|end)s the run$/,
    toAct: ([member = "", verb]) => {
      const control = controls.find((each) => each === verb);
      return control === undefined
        ? null
        : (scene) => {
            const { run } = scene;
            if (run === undefined) return;
            const byMemberId = scene.memberId(member);
            scene.happen({ type: "run_controlled", runId: run.id, control, byMemberId });
          };
    },
  },
  {
    written: "ANA starts WORKFLOW {inputs}",
    form: /^(\w+) (starts|ends the holder and starts) ([^{]+?)(?: (\{.*\}))?$/,
    toAct: ([member = "", how, workflow = "", inputs = "{}"]) => {
      const values = inputsSchema.parse(JSON.parse(inputs));
      return (scene) =>
        scene.happen({
          type: "workflow_requested",
          workflowId: scene.workflowId(workflow),
          conversationId: scene.conversation.id,
          inputs: values,
          byMemberId: scene.memberId(member),
          endsHolder: how !== "starts",
        });
    },
  },
];
