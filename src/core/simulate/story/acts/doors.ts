import { jsonSchema } from "#core/domain";
import { z } from "zod";
import type { ActForm } from "../act.ts";

const payloadSchema = z.record(z.string(), jsonSchema);

/** What comes in by the doors of a trigger: somebody's server posts to a workflow's address, or its moment comes. */
export const doorActs: readonly ActForm[] = [
  {
    written: "a webhook calls WORKFLOW for MIA {payload}",
    form: /^a webhook calls (.+?) for (\w+)(?: (\{.*\}))?$/,
    toAct: ([workflow = "", contact = "", json = "{}"]) => {
      const payload = payloadSchema.parse(JSON.parse(json));
      return (scene) => {
        scene.enter(contact);
        const workflowId = scene.workflowId(workflow);
        scene.happen({ type: "webhook_received", workflowId, payload });
      };
    },
  },
  {
    written: "the moment of WORKFLOW comes for MIA",
    form: /^the moment of (.+) comes for (\w+)$/,
    toAct:
      ([workflow = "", contact = ""]) =>
      (scene) => {
        scene.enter(contact);
        const workflowId = scene.workflowId(workflow);
        scene.happen({ type: "schedule_fired", workflowId, dueAt: scene.world.now });
      },
  },
];
