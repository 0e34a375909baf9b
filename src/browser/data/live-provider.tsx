import { endpoints } from "#contract";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { call } from "./call.ts";
import { noteSocket } from "./connection.ts";
import { keys } from "./keys.ts";
import { type Outbox, createOutbox } from "./outbox.ts";
import { applyFrame } from "./socket/apply-frame.ts";
import { type InboxSocket, createInboxSocket } from "./socket/inbox-socket.ts";
import type { SocketState } from "./socket/socket-state.ts";
import { applyMessage } from "./use-messages.ts";

interface Live {
  readonly socket: InboxSocket;
  readonly outbox: Outbox;
}

const LiveContext = createContext<Live | null>(null);

/** Gives the page's socket and outbox to the hooks of this room. */
export const useLive = () => {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive needs a LiveProvider above it");
  return live;
};

const connectionOf = (state: SocketState, hasLived: boolean) => {
  if (state.phase === "idle") return "off";
  if (state.phase === "live") return "live";
  return hasLived || state.attempt > 1 ? "reconnecting" : "connecting";
};

/** After so many failed tries it is asked whether the login still holds. */
const suspiciousAttempts = 3;

/** Keeps one socket and one outbox for the member who is signed in. */
export const LiveProvider = ({ memberId, children }: { memberId: string; children: ReactNode }) => {
  const client = useQueryClient();
  const live = useMemo(() => {
    let hasLived = false;
    const sleepers = new Set<() => void>();
    const socket = createInboxSocket({
      onFrame: (frame) => {
        applyFrame(client, frame);
        if (frame.type === "message_added") outbox.remove(frame.message.id);
        if (frame.type === "resumed") {
          for (const wakeUp of sleepers) wakeUp();
          // what no frame brings again: members, runs, messages of what is open
          if (hasLived) void client.invalidateQueries();
          hasLived = true;
        }
      },
      onState: (state) => {
        noteSocket(connectionOf(state, hasLived));
        if (state.phase === "waiting" && state.attempt === suspiciousAttempts) void client.invalidateQueries({ queryKey: keys.me });
      },
    });
    const storageKey = `switchboard.outbox.${memberId}`;
    const outbox = createOutbox({
      send: ({ id, text, conversationId, isNote }) =>
        call(isNote ? endpoints.addNote : endpoints.sendMessage, { params: { conversation_id: conversationId }, body: { id, text } }),
      onSent: (message) => applyMessage(client, message),
      pause: (milliseconds) =>
        new Promise((resolve) => {
          const wakeUp = () => {
            clearTimeout(timer);
            sleepers.delete(wakeUp);
            resolve();
          };
          const timer = setTimeout(wakeUp, milliseconds);
          sleepers.add(wakeUp);
        }),
      load: () => sessionStorage.getItem(storageKey),
      save: (text) => sessionStorage.setItem(storageKey, text),
    });
    return { socket, outbox };
  }, [client, memberId]);

  useEffect(() => {
    live.socket.start();
    live.outbox.resume();
    return () => live.socket.stop();
  }, [live]);

  return <LiveContext value={live}>{children}</LiveContext>;
};
