import type { ConversationBody, MemberBody, RunSummaryBody } from "#contract";

/** Says who may speak to the contact now, and what a reply does to that; null when nothing needs saying. */
export const floorWords = (
  conversation: ConversationBody,
  runs: readonly RunSummaryBody[],
  members: readonly MemberBody[],
  myId: string,
): { readonly who: string; readonly hint: string } | null => {
  const { floor } = conversation;
  if (floor.holder === "run") {
    const name = runs.find((run) => run.id === floor.run_id)?.workflow_name ?? "A workflow";
    return {
      who: `${name} is speaking`,
      hint: `“${name}” is speaking. Your reply takes over; what happens to the workflow then is its own setting.`,
    };
  }
  if (floor.holder === "person" && floor.member_id !== myId) {
    const name = members.find((member) => member.id === floor.member_id)?.name ?? "Another member";
    return { who: `${name} is speaking`, hint: `${name} is speaking with this contact.` };
  }
  return null;
};
