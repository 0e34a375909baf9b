import { WebSocket } from "ws";

/** A socket of a test: gathers the frames that come, and waits for one that fits. */
export interface SocketClient {
  readonly frames: readonly { readonly type: string }[];
  send(frame: object | string): void;
  /** Resolves with the first frame, from `from` on, that has these properties. */
  next(wanted: object, from?: number): Promise<unknown>;
  /** Resolves with the code when the server closes it. */
  readonly closed: Promise<number>;
  close(): void;
}

const PATIENCE_MS = 8_000;

/** Opens a socket; rejects with the HTTP status when it is refused. */
export function openClient(
  url: string,
  headers: Record<string, string> = {},
): Promise<SocketClient> {
  const socket = new WebSocket(url, { headers });
  const frames: { readonly type: string }[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<number>((resolve) => socket.on("close", (code) => resolve(code)));
  socket.on("message", (data) => {
    frames.push(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ""));
    wake();
  });
  const client: SocketClient = {
    frames,
    closed,
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    close: () => socket.close(),
    async next(wanted, from = 0) {
      for (const until = performance.now() + PATIENCE_MS; performance.now() < until;) {
        const found = frames.slice(from).find((frame) => hasAll(frame, wanted));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, 250);
          wake = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
      throw new Error(`no frame ${JSON.stringify(wanted)} among ${JSON.stringify(frames)}`);
    },
  };
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(client));
    socket.on("unexpected-response", (_request, response) =>
      reject(new Error(`refused with ${response.statusCode}`)),
    );
    socket.on("error", reject);
  });
}

function hasAll(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return value === wanted;
  if (typeof value !== "object" || value === null) return false;
  const entries = new Map(Object.entries(value));
  return Object.entries(wanted).every(([name, part]) => hasAll(entries.get(name), part));
}
