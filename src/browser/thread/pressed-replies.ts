import type { MessageBody } from "#contract";

/** Which quick reply of which message the contact pressed: the newest message before the answer that offers it. */
export const pressedReplies = (messages: readonly MessageBody[]): ReadonlyMap<string, string> => {
  const pressed = new Map<string, string>();
  const offers: MessageBody[] = [];
  for (const message of messages) {
    if (message.quick_replies.length > 0) offers.push(message);
    const { quick_reply_id: replyId } = message;
    if (replyId === null) continue;
    const offer = offers.findLast((one) => one.quick_replies.some((reply) => reply.id === replyId));
    if (offer !== undefined) pressed.set(offer.id, replyId);
  }
  return pressed;
};
