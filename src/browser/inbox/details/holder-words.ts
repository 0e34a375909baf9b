import type { ConversationDetailBody, MemberBody } from "#contract";

/** Says who stands in the way of a workflow that wants to speak, and what starting it anyway does; null when nobody does. */
export const holderWords = (
  { conversation: { floor }, runs }: Pick<ConversationDetailBody, "conversation" | "runs">,
  members: readonly MemberBody[],
  myId: string | undefined,
): { readonly text: string; readonly button: string } | null => {
  if (floor.holder === "nobody") return null;
  if (floor.holder === "run") {
    const name = runs.find((run) => run.id === floor.run_id)?.workflow_name ?? "Another workflow";
    return { text: `“${name}” is speaking in this conversation.`, button: "End it and start" };
  }
  if (floor.holder === "ai_agent") {
    return {
      text: "An AI agent is speaking in this conversation. The workflow would speak instead.",
      button: "Start all the same",
    };
  }
  if (floor.member_id === myId) {
    return {
      text: "You are speaking in this conversation. The workflow speaks instead, until you write again.",
      button: "Hand over and start",
    };
  }
  const name = members.find((member) => member.id === floor.member_id)?.name ?? "Another member";
  return {
    text: `${name} is speaking in this conversation. The workflow would speak instead.`,
    button: "Start all the same",
  };
};
