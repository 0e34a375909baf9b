import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import type { RawData, WebSocket } from "ws";

const LARGEST_BACKLOG = 1024 * 1024; // bytes a slow reader may leave unread before it is cut off; it catches up by cursor

/** Codes of RFC 6455 with which a socket is closed. */
export const closeCodes = {
  goingAway: 1001,
  wrongFrame: 1007,
  refused: 1008,
  tooSlow: 1013,
} as const;

/** A socket that speaks JSON frames of one schema. */
export interface OpenSocket<ServerFrame> {
  send(frame: ServerFrame): void;
  /** Resolves when the other side has taken most of what was sent, or is gone. */
  drained(): Promise<void>;
  close(code: number, reason: string): void;
}

/** Wraps a socket: bounded backlog out, parsed frames in, one after the other. A frame that is none closes the socket. */
export function openSocket<ClientFrame, ServerFrame>(
  socket: WebSocket,
  schema: z.ZodType<ClientFrame>,
  hooks: {
    readonly onFrame: (frame: ClientFrame) => Promise<void> | void;
    readonly onClose: () => void;
    readonly onFailure: (error: unknown) => void;
  },
): OpenSocket<ServerFrame> {
  let turn: Promise<void> = Promise.resolve();
  const close = (code: number, reason: string) => socket.close(code, reason);
  socket.on("message", (data) => {
    const frame = parseFrame(schema, data);
    if (frame === undefined) return close(closeCodes.wrongFrame, "this frame is not known here");
    turn = turn.then(() => hooks.onFrame(frame)).catch(hooks.onFailure);
  });
  socket.on("close", hooks.onClose);
  socket.on("error", () => undefined); // "close" follows
  return {
    close,
    async drained() {
      while (socket.readyState === socket.OPEN && socket.bufferedAmount > LARGEST_BACKLOG / 4)
        await sleep(20);
    },
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > LARGEST_BACKLOG) return socket.terminate();
      socket.send(JSON.stringify(frame));
    },
  };
}

function parseFrame<ClientFrame>(
  schema: z.ZodType<ClientFrame>,
  data: RawData,
): ClientFrame | undefined {
  try {
    return Buffer.isBuffer(data) ? schema.safeParse(JSON.parse(data.toString())).data : undefined;
  } catch {
    return undefined; // not JSON
  }
}
