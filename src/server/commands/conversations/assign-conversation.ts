import { type MemberId, type TeamId, toMemberId, toTeamId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { findMember, findTeam } from "#server/store";
import { invalidRequest } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { type ConversationVerb, acceptVerb } from "./conversation-verb.ts";

/** Chooses assignee and team by hand; null empties that place. */
export async function assignConversation(
  tools: Tools,
  verb: ConversationVerb,
  to: { readonly member_id: string | null; readonly team_id: string | null },
): Promise<Accepted> {
  const { workspaceId, memberId: byMemberId } = verb.caller;
  const memberId: MemberId | null =
    to.member_id === null ? null : toMemberId(to.member_id.toLowerCase());
  const teamId: TeamId | null = to.team_id === null ? null : toTeamId(to.team_id.toLowerCase());
  if (memberId !== null && (await findMember(tools.store, workspaceId, memberId)) === undefined) {
    throw invalidRequest([{ path: "body.member_id", message: "there is no such member" }], 422);
  }
  if (teamId !== null && (await findTeam(tools.store, workspaceId, teamId)) === undefined) {
    throw invalidRequest([{ path: "body.team_id", message: "there is no such team" }], 422);
  }
  return await acceptVerb(tools, verb, {
    type: "conversation_assigned",
    conversationId: verb.conversationId,
    memberId,
    teamId,
    byMemberId,
  });
}
