import { aiAgentOutcomes, type Call, type CallOutcome, jsonSchema } from "#core/domain";
import type { ActForm } from "../act.ts";
import type { Scene } from "../scene.ts";

/** What other machines answer: integrations, models, channels, AI agents. Each answers the oldest call that waits. */
export const callActs: readonly ActForm[] = [
  {
    written: "the call succeeds with {output}",
    form: /^the call succeeds(?: with (.+))?$/,
    toAct: ([json = "{}"]) => {
      const output = jsonSchema.parse(JSON.parse(json));
      return (scene) => finish(scene, { kind: "done", output });
    },
  },
  {
    written: "the call fails: CODE",
    form: /^the call (fails|stays unknown)(?:: (\w+))?$/,
    toAct:
      ([how, code]) =>
      (scene) =>
        finish(
          scene,
          how === "fails"
            ? { kind: "failed", problem: { code: code ?? "refused", message: "It was refused." } }
            : {
                kind: "unknown",
                problem: {
                  code: code ?? "no_answer",
                  message: "Nobody knows whether it was done.",
                },
              },
        ),
  },
  {
    written: "the model writes: TEXT",
    form: /^the model writes: (.+)$/,
    toAct:
      ([text = ""]) =>
      (scene) =>
        finish(scene, { kind: "done", output: { text } }),
  },
  {
    written: "the model says yes",
    form: /^the model says (yes|no|unsure)$/,
    toAct:
      ([verdict = ""]) =>
      (scene) =>
        finish(scene, { kind: "done", output: { verdict } }),
  },
  {
    written: "the mail is sent",
    form: /^the (?:mail|message) is (sent|delivered|read|failed)(?:: (.+))?$/,
    toAct: ([word, reason]) => {
      const delivery = deliveries.find((each) => each === word);
      return delivery === undefined
        ? null
        : (scene) => {
            const message = scene.newestOutgoing;
            if (message === undefined) return;
            scene.happen({
              type: "delivery_reported",
              conversationId: message.conversationId,
              messageId: message.id,
              delivery,
              reason: reason ?? null,
            });
          };
    },
  },
  {
    written: "SOL is done: resolved",
    form: /^(\w+) is done: (\w+)(?:, (.+))?$/,
    toAct: ([aiAgent = "", word, summary = ""]) => {
      const outcome = aiAgentOutcomes.find((each) => each === word);
      return outcome === undefined
        ? null
        : (scene) =>
            scene.happen({
              type: "ai_agent_finished",
              conversationId: scene.conversation.id,
              aiAgentId: scene.aiAgentId(aiAgent),
              outcome,
              summary,
            });
    },
  },
];

const deliveries = ["sent", "delivered", "read", "failed"] as const;

const finish = (scene: Scene, outcome: CallOutcome): void => {
  // What a channel says about a message is an act of its own.
  const call = scene.world
    .waitingCalls(scene.contactId)
    .find(({ request }) => request.kind !== "message");
  if (call === undefined) throw new Error("no call waits for an answer here");
  scene.happen({ type: "call_finished", outcome, ...namesOf(call) });
};

const namesOf = ({ id: callId, key, runId, visitId }: Call) => ({ callId, key, runId, visitId });
