import { shownConversation, shownThread, type ChatState } from "../state/chat-state.ts";
import type { Wording } from "../texts/index.ts";
import { backAt } from "./moments.ts";

/** The line below the workspace's name: who talks or will talk with the visitor, else when somebody does again. */
export const whoAnswers = (state: ChatState, now: number, wording: Wording): string => {
  const { texts } = wording;
  const conversation = shownConversation(state);
  const { answering } = state;
  const nextOpen = answering?.next_open ?? null;
  const absence =
    answering === null || answering.is_online
      ? null
      : // An opening that has passed since it was told is no news.
        nextOpen !== null && Date.parse(nextOpen) > now
        ? backAt(nextOpen, now, wording)
        : texts.away;
  const isOpen = state.shown.kind !== "list" && conversation?.status === "open";
  const name = isOpen ? conversation.assignee_name : null;
  if (name === null) return absence ?? texts.whoAnswers;
  const hasSpoken = shownThread(state).messages.some((message) => message.author.kind === "member");
  return absence ?? (hasSpoken ? texts.talksWithYou(name) : texts.willAnswer(name));
};
