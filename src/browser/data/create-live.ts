import { endpoints } from "#contract";
import type { QueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import { noteSocket } from "./connection.ts";
import { forgetEditors } from "./draft-room.ts";
import { keys } from "./keys.ts";
import { createOutbox } from "./outbox.ts";
import { applyFrame } from "./socket/apply-frame.ts";
import { createInboxSocket } from "./socket/inbox-socket.ts";
import type { SocketState } from "./socket/socket-state.ts";
import { uploadFile } from "./uploads/upload-file.ts";
import { createUploads } from "./uploads/uploads.ts";
import { applyMessage } from "./use-messages.ts";

const connectionOf = (state: SocketState, hasLived: boolean) => {
  if (state.phase === "idle") return "off";
  if (state.phase === "live") return "live";
  return hasLived || state.attempt > 1 ? "reconnecting" : "connecting";
};

/** After so many failed tries it is asked whether the login still holds. */
const suspiciousAttempts = 3;

/** Waits that all end at once when the connection is back. */
const createPauses = () => {
  const wakeUps = new Set<() => void>();
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const wakeUp = () => {
        clearTimeout(timer);
        wakeUps.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, milliseconds);
      wakeUps.add(wakeUp);
    });
  const endAll = () => {
    for (const wakeUp of wakeUps) wakeUp();
  };
  return { pause, endAll };
};

export type Live = ReturnType<typeof createLive>;

/** Makes the one socket and the one outbox of the member who is signed in. */
export const createLive = (client: QueryClient, memberId: string) => {
  const pauses = createPauses();
  const storageKey = `switchboard.outbox.${memberId}`;
  const outbox = createOutbox({
    send: ({ id, text, files, conversationId, isNote }) =>
      call(isNote ? endpoints.addNote : endpoints.sendMessage, {
        params: { conversation_id: conversationId },
        body: {
          id,
          text,
          ...(files.length === 0 ? {} : { attachment_ids: files.map((file) => file.id) }),
        },
      }),
    onSent: (message) => applyMessage(client, message),
    pause: pauses.pause,
    load: () => sessionStorage.getItem(storageKey),
    save: (text) => sessionStorage.setItem(storageKey, text),
  });

  const uploads = createUploads({ upload: uploadFile, pause: pauses.pause });

  let hasLived = false;
  const socket = createInboxSocket({
    onFrame: (frame) => {
      applyFrame(client, frame);
      if (frame.type === "message_added") outbox.remove(frame.message.id);
      if (frame.type !== "resumed") return;
      pauses.endAll();
      // what no frame brings again: members, runs, messages of what is open
      if (hasLived) void client.invalidateQueries();
      hasLived = true;
    },
    onState: (state) => {
      noteSocket(connectionOf(state, hasLived));
      if (state.phase === "waiting") forgetEditors();
      if (state.phase === "waiting" && state.attempt === suspiciousAttempts) {
        void client.invalidateQueries({ queryKey: keys.me });
      }
    },
  });
  return { socket, outbox, uploads };
};
