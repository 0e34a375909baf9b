import { editableContactFieldsSchema, jsonSchema } from "#core/domain";
import { z } from "zod";
import type { ActForm } from "../act.ts";

const objectSchema = z.record(z.string(), jsonSchema);

/** What happens on a page: visits, what its detectors conclude, what the page itself says. */
export const pageActs: readonly ActForm[] = [
  {
    written: "MIA visits PATH",
    form: /^(\w+) visits (\S+)(?: in (\w\w))?$/,
    toAct:
      ([contact = "", path = "", language]) =>
      (scene) =>
        scene.visit(contact, path, language ?? null),
  },
  {
    written: "MIA comes back to PATH",
    form: /^(\w+) comes back to (\S+)$/,
    toAct:
      ([contact = "", path = ""]) =>
      (scene) => {
        scene.beginSession(contact);
        scene.visit(contact, path);
      },
  },
  {
    written: "MIA opens the chat on PATH",
    form: /^(\w+) opens the chat on (\S+)$/,
    toAct:
      ([contact = "", path = ""]) =>
      (scene) =>
        scene.detect(contact, "chat_opened", path, {}),
  },
  {
    written: "MIA views PATH for N s",
    form: /^(\w+) views (\S+) for (\d+) s$/,
    toAct:
      ([contact = "", path = "", seconds]) =>
      (scene) =>
        scene.detect(contact, "page_view", path, { visible_seconds: Number(seconds) }),
  },
  {
    /** For every other detector: `Mia is detected idle_detected on /checkout {"seconds":60}`. */
    written: "MIA is detected TRIGGER on PATH {evidence}",
    form: /^(\w+) is detected (\w+) on (\S+)(?: (\{.*\}))?$/,
    toAct: ([contact = "", type = "", path = "", json = "{}"]) => {
      const evidence = objectSchema.parse(JSON.parse(json));
      return (scene) => scene.detect(contact, type, path, evidence);
    },
  },
  {
    written: "MIA is shown WORKFLOW",
    form: /^(\w+) is shown (.+)$/,
    toAct:
      ([contact = "", workflow = ""]) =>
      (scene) => {
        scene.enter(contact);
        const { visitorSessionId } = scene;
        scene.happen({
          type: "greeting_shown",
          workflowId: scene.workflowId(workflow),
          visitorSessionId,
        });
      },
  },
  {
    written: "MIA dismisses WORKFLOW",
    form: /^(\w+) dismisses (.+)$/,
    toAct:
      ([contact = "", workflow = ""]) =>
      (scene) => {
        scene.enter(contact);
        const { visitorSessionId } = scene;
        scene.happen({
          type: "greeting_dismissed",
          workflowId: scene.workflowId(workflow),
          visitorSessionId,
        });
      },
  },
  {
    written: "MIA tracks NAME {properties}",
    form: /^(\w+) tracks (\S+)(?: (\{.*\}))?$/,
    toAct: ([contact = "", name = "", json = "{}"]) => {
      const properties = objectSchema.parse(JSON.parse(json));
      return (scene) => {
        scene.enter(contact);
        const { visitorSessionId } = scene;
        scene.happen({ type: "custom_event_tracked", name, properties, visitorSessionId });
      };
    },
  },
  {
    /** The page claims fields, a proof of an address came in, or the site's server signed them. */
    written: "MIA claims {fields}",
    form: /^(\w+) (claims|proves|signs in with) (\{.*\})$/,
    toAct: ([contact = "", verb, json = ""]) => {
      const fields = editableContactFieldsSchema.parse(JSON.parse(json));
      const verification = verb === "claims" ? "claimed" : verb === "proves" ? "proven" : "signed";
      return (scene) => {
        scene.enter(contact);
        scene.happen({ type: "contact_updated", fields, verification, byMemberId: null });
      };
    },
  },
  {
    written: "the page starts WORKFLOW for MIA {inputs}",
    form: /^the (page|API) starts (.+?) for (\w+)(?: (\{.*\}))?$/,
    toAct: ([door, workflow = "", contact = "", json = "{}"]) => {
      const inputs = objectSchema.parse(JSON.parse(json));
      return (scene) => {
        scene.enter(contact);
        scene.happen({
          type: "workflow_requested",
          workflowId: scene.workflowId(workflow),
          conversationId: scene.newestConversation?.id ?? null,
          inputs,
          byMemberId: null,
          endsHolder: false,
          ...(door === "page" ? { isFromPage: true } : {}),
        });
      };
    },
  },
];
