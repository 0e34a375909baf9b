/** Where the socket stands; README.md beside this file draws it, a test walks both. */
export type ConnectionPlace = "stopped" | "connecting" | "greeting" | "ready" | "waiting";

export type ConnectionEvent =
  /** The chat wants news. */
  | "wanted"
  | "socket_opened"
  /** The server has recognised the visitor. */
  | "recognised"
  /** The socket closed, could not be opened, or stayed silent too long. */
  | "lost"
  | "delay_over"
  /** Network or page came back. */
  | "woken"
  | "stop";

/** What to do on entering a place. */
export const onEntering: Readonly<
  Record<
    ConnectionPlace,
    "open socket" | "say hello" | "catch up" | "wait a little" | "close socket"
  >
> = {
  connecting: "open socket",
  greeting: "say hello",
  ready: "catch up",
  waiting: "wait a little",
  stopped: "close socket",
};

/** An event not listed for a place changes nothing there. */
export const transitions: Readonly<
  Record<ConnectionPlace, Readonly<Partial<Record<ConnectionEvent, ConnectionPlace>>>>
> = {
  stopped: { wanted: "connecting" },
  connecting: { socket_opened: "greeting", lost: "waiting", stop: "stopped" },
  greeting: { recognised: "ready", lost: "waiting", stop: "stopped" },
  ready: { lost: "waiting", stop: "stopped" },
  waiting: { delay_over: "connecting", woken: "connecting", stop: "stopped" },
};
