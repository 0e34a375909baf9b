import { endpoints } from "#contract";
import { setPresence as changePresence } from "#server/commands";
import { findMember } from "#server/store";
import { teamEndpoint } from "../endpoint.ts";
import { presentMember } from "../presenters/present-people.ts";
import { answerOrPending } from "../requests/answer-or-pending.ts";
import { memberOnly } from "./member-only.ts";

export const setPresence = teamEndpoint(endpoints.setPresence, {
  summary: "Says whether you are online; online is only ever set by yourself.",
  permission: "own.use",
  async handle({ doors, who, body }) {
    const member = { workspaceId: who.workspaceId, memberId: memberOnly(who) };
    const accepted = await changePresence(doors.tools, member, body.presence);
    return await answerOrPending(accepted, async () => {
      const row = await findMember(doors.tools.store, member.workspaceId, member.memberId);
      return row && presentMember(row);
    });
  },
});
