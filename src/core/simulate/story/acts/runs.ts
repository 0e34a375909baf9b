import { jsonSchema } from "#core/domain";
import { z } from "zod";
import type { ActForm } from "../act.ts";

const inputsSchema = z.record(z.string(), jsonSchema);
const controls = ["pause", "continue", "skip", "end"] as const;

/** What a member does to workflows and their runs, and what starts them from outside. */
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
    written: "ANA moves the run to the live version",
    form: /^(\w+) moves the run to (the live version|its end)$/,
    toAct:
      ([member = "", where]) =>
      (scene) => {
        const { run } = scene;
        if (run === undefined) return;
        scene.happen({
          type: "run_moved",
          runId: run.id,
          toVersionId: where === "its end" ? null : scene.world.liveVersionId(run.workflowId),
          byMemberId: scene.memberId(member),
        });
      },
  },
  {
    /** Continues a paused question without using a retry. */
    written: "ANA lets the run ask again",
    form: /^(\w+) lets the run ask again$/,
    toAct:
      ([member = ""]) =>
      (scene) => {
        const { run } = scene;
        if (run === undefined) return;
        scene.happen({
          type: "run_controlled",
          runId: run.id,
          control: "ask_again",
          byMemberId: scene.memberId(member),
        });
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
          conversationId: scene.newestConversation?.id ?? null,
          inputs: values,
          byMemberId: scene.memberId(member),
          endsHolder: how !== "starts",
        });
    },
  },
  {
    written: "a webhook of WORKFLOW comes for MIA {payload}",
    form: /^a webhook of (.+?) comes for (\w+) (\{.*\})$/,
    toAct: ([workflow = "", contact = "", json = ""]) => {
      const payload = inputsSchema.parse(JSON.parse(json));
      return (scene) => {
        scene.enter(contact, null);
        scene.happen({
          type: "webhook_received",
          workflowId: scene.workflowId(workflow),
          payload,
        });
      };
    },
  },
  {
    written: "the schedule of WORKFLOW fires for MIA",
    form: /^the schedule of (.+?) fires for (\w+)$/,
    toAct:
      ([workflow = "", contact = ""]) =>
      (scene) => {
        scene.enter(contact, null);
        scene.happen({
          type: "schedule_fired",
          workflowId: scene.workflowId(workflow),
          dueAt: scene.world.now,
        });
      },
  },
  {
    written: "WORKFLOW is unpublished",
    form: /^(.+) is (unpublished|published)$/,
    toAct:
      ([workflow = "", how]) =>
      (scene) => {
        const id = scene.workflowId(workflow);
        if (how === "published") scene.world.republish(id);
        else scene.world.unpublish(id);
      },
  },
];
