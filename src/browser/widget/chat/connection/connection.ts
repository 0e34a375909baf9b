import type { VisitorClientFrame, VisitorServerFrame } from "#contract";
import type { Clock } from "../../clock.ts";
import { retryDelayMs } from "../../transport/retry-delay.ts";
import { readFrame } from "../wire/read-wire.ts";
import {
  onEntering,
  transitions,
  type ConnectionEvent,
  type ConnectionPlace,
} from "./connection-machine.ts";

const silenceMs = 75_000;
const silenceOnWakeMs = 35_000;
/** An answer to our own ping takes no longer on a socket that is alive. */
const answerMs = 2_000;
const pollMs = 5_000;
/** Losses in a row after which the network is taken to block sockets. */
const lossesUntilPolling = 3;

/** What the connection needs of a socket: a real one, or a test's. */
interface SocketLike {
  readonly send: (data: string) => void;
  readonly close: () => void;
}
interface SocketListeners {
  readonly onOpen: () => void;
  readonly onData: (data: unknown) => void;
  readonly onClose: () => void;
}
export type OpenSocket = (listeners: SocketListeners) => SocketLike;

export interface Connection {
  readonly start: () => void;
  readonly wake: () => void;
  readonly stop: () => void;
  /** False when nobody was there to hear it. */
  readonly send: (frame: VisitorClientFrame) => boolean;
}

export interface ConnectionPorts {
  readonly clock: Clock;
  readonly openSocket: OpenSocket;
  /** Null while the server does not know this browser. */
  readonly hello: () => VisitorClientFrame | null;
  readonly onFrame: (frame: VisitorServerFrame) => void;
  readonly onPlace: (place: ConnectionPlace) => void;
  /** Something may have been missed. */
  readonly catchUp: () => void;
  readonly isVisible: () => boolean;
}

/** Walks the table of `connection-machine.ts` with a real clock and socket. */
export const createConnection = (ports: ConnectionPorts): Connection => {
  const { clock } = ports;
  let place: ConnectionPlace = "stopped";
  let socket: SocketLike | null = null;
  let losses = 0;
  let heardAt = 0;
  let cancelTimer = (): void => {};

  const later = (ms: number, act: () => void): void => {
    cancelTimer();
    cancelTimer = clock.after(ms, act);
  };

  const take = (event: ConnectionEvent): void => {
    const next = transitions[place][event];
    if (next === undefined) return;
    if (event === "lost") losses += 1;
    if (event === "recognised") losses = 0;
    place = next;
    cancelTimer();
    enter();
    ports.onPlace(place);
  };

  const enter = (): void => {
    switch (onEntering[place]) {
      case "open socket":
        open();
        break;
      case "say hello": {
        const frame = ports.hello();
        if (frame === null) return lose();
        socket?.send(JSON.stringify(frame));
        watchSilence();
        break;
      }
      case "catch up":
        watchSilence();
        ports.catchUp();
        break;
      case "wait a little":
        closeSocket();
        later(retryDelayMs(losses, clock.random()), () => take("delay_over"));
        if (losses === lossesUntilPolling) poll();
        break;
      case "close socket":
        closeSocket();
        break;
    }
  };

  const open = (): void => {
    heardAt = clock.steady();
    let isCurrent = true;
    const ifCurrent = (act: () => void): void => (isCurrent ? act() : undefined);
    const opened = ports.openSocket({
      onOpen: () => ifCurrent(() => take("socket_opened")),
      onData: (data) => ifCurrent(() => hear(data)),
      onClose: () => ifCurrent(lose),
    });
    socket = {
      send: opened.send,
      close: () => {
        isCurrent = false;
        opened.close();
      },
    };
    watchSilence();
  };

  const hear = (data: unknown): void => {
    heardAt = clock.steady();
    const frame = readFrame(data);
    if (frame === null) return;
    if (frame.type === "ready") take("recognised");
    else if (frame.type === "ping")
      socket?.send(JSON.stringify({ type: "pong" } satisfies VisitorClientFrame));
    else if (frame.type !== "pong") ports.onFrame(frame);
  };

  const lose = (): void => take("lost");

  const watchSilence = (): void =>
    later(silenceMs, () => {
      if (clock.steady() - heardAt >= silenceMs) lose();
      else watchSilence();
    });

  /** A socket may have died in a sleep that no clock has counted. */
  const probe = (): void => {
    const askedAt = clock.steady();
    const asked = socket;
    asked?.send(JSON.stringify({ type: "ping" } satisfies VisitorClientFrame));
    clock.after(answerMs, () => {
      if (socket === asked && place === "ready" && heardAt <= askedAt) lose();
    });
  };

  const closeSocket = (): void => {
    socket?.close();
    socket = null;
  };

  const poll = (): void => {
    clock.after(pollMs, () => {
      if (place === "ready" || place === "stopped") return;
      if (ports.isVisible()) ports.catchUp();
      poll();
    });
  };

  return {
    start: () => take("wanted"),
    wake: () => {
      if (place === "ready" && clock.steady() - heardAt >= silenceOnWakeMs) lose();
      else if (place === "ready") probe();
      take("woken");
      ports.catchUp();
    },
    stop: () => take("stop"),
    send: (frame) => {
      if (place !== "ready" || socket === null) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
};
