import { endpoints } from "#contract";
import { toMemberId } from "#core/domain";
import { changeMember as change } from "#server/commands";
import { teamEndpoint } from "../endpoint.ts";
import { loadMember } from "./load-member.ts";

export const changeMember = teamEndpoint(endpoints.changeMember, {
  summary: "Changes name, role, right to publish or teams of a member.",
  permission: "people.manage",
  async handle({ doors, who, id, body }) {
    const memberId = toMemberId(id("member_id"));
    await change(doors.tools, who, memberId, body);
    return await loadMember(doors, who.workspaceId, memberId);
  },
});
