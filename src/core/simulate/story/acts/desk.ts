import { day, hour, minute } from "#core/domain";
import type { ActForm } from "../act.ts";

const units: Readonly<Record<string, number>> = { minute, hour, day };

/** What a member does to the conversation on stage beside answering it. */
export const deskActs: readonly ActForm[] = [
  {
    written: "ANA snoozes the conversation for 2 hours",
    form: /^(\w+) snoozes the conversation for (\d+) (minute|hour|day)s?$/,
    toAct:
      ([member = "", amount, unit = ""]) =>
      (scene) =>
        scene.happen({
          type: "conversation_snoozed",
          conversationId: scene.conversation.id,
          until: scene.world.now + Number(amount) * (units[unit] ?? 0),
          byMemberId: scene.memberId(member),
        }),
  },
  {
    written: "ANA tags the conversation TAG",
    form: /^(\w+) (tags|untags) the (conversation|contact) (\S+)$/,
    toAct:
      ([member = "", verb, of, tag = ""]) =>
      (scene) => {
        const byMemberId = scene.memberId(member);
        if (of === "conversation")
          return scene.happen({
            type: "conversation_changed",
            conversationId: scene.conversation.id,
            ...(verb === "tags" ? { addTags: [tag] } : { removeTags: [tag] }),
            byMemberId,
          });
        const { tags } = scene.world.lane(scene.contactId).contact;
        scene.happen({
          type: "contact_updated",
          fields: {
            tags: verb === "tags" ? [...tags, tag] : tags.filter((each) => each !== tag),
          },
          verification: "claimed",
          byMemberId,
        });
      },
  },
  {
    written: "ANA types",
    form: /^(\w+) types$/,
    toAct:
      ([member = ""]) =>
      (scene) =>
        scene.happen({
          type: "member_typed",
          conversationId: scene.conversation.id,
          memberId: scene.memberId(member),
        }),
  },
  {
    written: "ANA retries the failed run",
    form: /^(\w+) retries the failed run( and says yes to its call)?$/,
    toAct:
      ([member = "", yes]) =>
      (scene) => {
        const run = scene.world.endedRuns().findLast(({ state }) => state === "failed");
        if (run === undefined) return;
        scene.happen({
          type: "run_retried",
          runId: run.id,
          byMemberId: scene.memberId(member),
          confirmsUnknown: yes !== undefined,
        });
      },
  },
];
