import type { MessageBody } from "#contract";

/** Messages of one conversation that are held, oldest first, without gaps. */
export interface MessageList {
  readonly items: readonly MessageBody[];
  /** Whether older ones exist that are not held. */
  readonly hasOlder: boolean;
}

/** Newest sequence number held; 0 when none. */
export const newestSequence = (list: MessageList | undefined) => list?.items.at(-1)?.sequence ?? 0;

/** Unites two bunches by sequence number; where both have one, the newer news wins. */
export const mergeMessages = (
  held: readonly MessageBody[],
  news: readonly MessageBody[],
): readonly MessageBody[] => {
  const bySequence = new Map(held.map((one) => [one.sequence, one]));
  for (const one of news) bySequence.set(one.sequence, one);
  return [...bySequence.values()].sort((one, other) => one.sequence - other.sequence);
};

/** Whether adding this message would leave a hole before it, so that the missing ones must be fetched first. */
export const leavesGap = (list: MessageList, message: MessageBody) =>
  message.sequence > newestSequence(list) + 1;
