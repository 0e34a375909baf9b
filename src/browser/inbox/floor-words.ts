import type { ConversationBody, MemberBody, RunSummaryBody } from "#contract";

export interface FloorWords {
  readonly holder: "run" | "person";
  readonly who: string;
  /** What a reply does to it. */
  readonly hint: string;
}

/** Says who may speak to the contact now, and what a reply does to that; null when nothing needs saying. */
export const floorWords = (
  conversation: ConversationBody,
  runs: readonly RunSummaryBody[],
  members: readonly MemberBody[],
  myId: string,
): FloorWords | null => {
  const { floor } = conversation;
  if (floor.holder === "run") {
    const name = runs.find((run) => run.id === floor.run_id)?.workflow_name ?? "A workflow";
    return {
      holder: "run",
      who: `${name} is speaking`,
      hint: `“${name}” is speaking. Your reply takes over from it.`,
    };
  }
  if (floor.holder === "person" && floor.member_id !== myId) {
    const name = members.find((member) => member.id === floor.member_id)?.name ?? "Another member";
    return {
      holder: "person",
      who: `${name} is speaking`,
      hint: `${name} is speaking with this contact.`,
    };
  }
  return null;
};
