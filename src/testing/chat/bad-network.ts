import { setImmediate as nextTurn } from "node:timers/promises";
import { WebSocket } from "ws";

/** How one call fares: as it should, lost before the server, lost on the way back, told twice, or stuck until the network is mended. */
export const fates = ["fine", "lost", "answer lost", "twice", "stuck"] as const;
export type Fate = (typeof fates)[number];

/** What happens to frames of the sockets. */
export const moods = ["fine", "twice", "swapped", "deaf"] as const;
export type Mood = (typeof moods)[number];

interface SocketListeners {
  readonly onOpen: () => void;
  readonly onData: (data: unknown) => void;
  readonly onClose: () => void;
}

/** The way between a visitor's browser and the real server: real calls and real sockets, with faults in between. */
export class BadNetwork {
  readonly #origin: string;
  readonly #sockets = new Set<WebSocket>();
  readonly #stuck = new Set<(lost: Error) => void>();
  /** For the coming calls, first to last; then all goes well. */
  readonly fates: Fate[] = [];
  mood: Mood = "fine";
  isOnline = true;
  #underWay = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  readonly fetch = async (
    input: string | URL | Request,
    init: RequestInit = {},
  ): Promise<Response> => {
    const fate = this.isOnline ? (this.fates.shift() ?? "fine") : "lost";
    if (fate === "lost") throw new TypeError("the network is gone");
    if (fate === "stuck") return await this.#hang(init.signal ?? null);
    // A keep-alive call of a page may outlive it; here nothing may outlive the test.
    const call = (): Promise<Response> => fetch(input, { ...init, keepalive: false });
    this.#underWay += 1;
    try {
      const response = await call();
      if (fate === "twice") await (await call()).arrayBuffer();
      const body = await response.arrayBuffer();
      if (fate === "answer lost") throw new TypeError("the network is gone");
      return new Response(response.status === 204 ? null : body, response);
    } finally {
      this.#underWay -= 1;
    }
  };

  /** `isAwake`: a frozen tab hears nothing until it thaws. */
  openSocket(
    { onOpen, onData, onClose }: SocketListeners,
    hold: (act: () => void) => void,
  ): { readonly send: (data: string) => void; readonly close: () => void } {
    if (!this.isOnline) {
      hold(onClose);
      return { send: () => {}, close: () => {} };
    }
    const socket = new WebSocket(`${this.#origin.replace("http", "ws")}/widget/v1/socket`);
    let kept: unknown = null;
    let isWaited = false;
    const wait = (isWaiting: boolean): void => {
      if (isWaited !== isWaiting) this.#underWay += isWaiting ? 1 : -1;
      isWaited = isWaiting;
    };
    wait(true);
    this.#sockets.add(socket);
    socket.on("open", () => {
      wait(false);
      hold(onOpen);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      wait(false);
      this.#sockets.delete(socket);
      hold(onClose);
    });
    socket.on("message", (data) => {
      wait(false);
      if (this.mood === "deaf") return;
      const text = Buffer.isBuffer(data) ? data.toString() : "";
      if (this.mood === "swapped" && kept === null) {
        kept = text;
        return;
      }
      hold(() => onData(text));
      if (this.mood === "twice") hold(() => onData(text));
      if (kept !== null) {
        const earlier = kept;
        kept = null;
        hold(() => onData(earlier));
      }
    });
    return {
      send: (data) => {
        if (this.mood === "deaf" || socket.readyState !== WebSocket.OPEN) return;
        if (/"(hello|ping)"/.test(data)) wait(true);
        socket.send(data);
      },
      close: () => socket.close(),
    };
  }

  /** All sockets break at once. */
  cut(): void {
    this.#sockets.forEach((socket) => socket.terminate());
  }

  /** From now on all goes well. What was stuck is never answered: that is for the chat to find out. */
  mend(): void {
    this.fates.length = 0;
    this.mood = "fine";
    this.isOnline = true;
  }

  /** Waits until nothing is under way that the server will answer. */
  readonly settle = async (): Promise<void> => {
    // An answer is read in several turns, and what follows from it begins in the last of them.
    for (let quiet = 0; quiet < 8; quiet = this.#underWay > 0 ? 0 : quiet + 1) await nextTurn();
  };

  close(): void {
    this.cut();
    this.#stuck.forEach((lose) => lose(new TypeError("the page is gone")));
  }

  #hang(signal: AbortSignal | null): Promise<Response> {
    return new Promise((_resolve, reject) => {
      this.#stuck.add(reject);
      signal?.addEventListener("abort", () => reject(new TypeError("aborted")));
    });
  }
}
