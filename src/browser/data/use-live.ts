import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { useLive } from "./live-provider.tsx";
import { makeId } from "./make-id.ts";
import type { OutgoingMessage } from "./outbox.ts";
import type { InboxSocket } from "./socket/inbox-socket.ts";

/** Asks the server for the messages of one conversation as they come, while the caller is on the screen. */
export const useWatch = (conversationId: string, afterSequence: number | null) => {
  const { socket } = useLive();
  const isReady = afterSequence !== null;
  useEffect(() => {
    if (!isReady) return;
    socket.watch({ conversationId, afterSequence });
    return () => socket.watch(null);
    // the socket counts on from here by itself
    // oxlint-disable-next-line exhaustive-deps
  }, [socket, conversationId, isReady]);
};

const typingEvery = 3_000;

const createTypingSender = (socket: InboxSocket, conversationId: string) => {
  let last = 0;
  return () => {
    const now = Date.now();
    if (now - last < typingEvery) return;
    last = now;
    socket.sendTyping(conversationId);
  };
};

/** Tells the contact and the other members that the own member types; at most every 3 s. */
export const useSendTyping = (conversationId: string) => {
  const { socket } = useLive();
  return useMemo(() => createTypingSender(socket, conversationId), [socket, conversationId]);
};

const none: readonly OutgoingMessage[] = [];

/** Messages of a conversation that the server does not have yet, oldest first. */
export const useOutgoing = (conversationId: string) => {
  const { outbox } = useLive();
  const entries = useSyncExternalStore(outbox.subscribe, outbox.getEntries);
  return useMemo(() => {
    const mine = entries.filter((one) => one.conversationId === conversationId);
    return mine.length === 0 ? none : mine;
  }, [entries, conversationId]);
};

/** Sends replies and notes; shown at once, tried until the server has them. */
export const useSendMessage = (conversationId: string) => {
  const { outbox } = useLive();
  const send = useCallback(
    (text: string, kind: "reply" | "note", files: OutgoingMessage["files"] = []) =>
      outbox.send({
        id: makeId(),
        conversationId,
        text,
        files: [...files],
        isNote: kind === "note",
        writtenAt: Date.now(),
      }),
    [outbox, conversationId],
  );
  return { send, retry: outbox.retry, discard: outbox.remove };
};
