import { describe, expect, it } from "vitest";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { createConnection, type OpenSocket } from "./connection.ts";

type Listeners = Parameters<OpenSocket>[0];

const setUp = () => {
  const clock = virtualClock();
  const sockets: { readonly listeners: Listeners; readonly sent: unknown[]; isClosed: boolean }[] =
    [];
  const places: string[] = [];
  const frames: string[] = [];
  let caughtUp = 0;
  const connection = createConnection({
    clock,
    openSocket: (listeners) => {
      const sent: unknown[] = [];
      const socket = { listeners, sent, isClosed: false };
      sockets.push(socket);
      return {
        send: (data) => void socket.sent.push(JSON.parse(data)),
        close: () => void (socket.isClosed = true),
      };
    },
    hello: () => ({ type: "hello", visitor_token: "t", after: {} }),
    onFrame: (frame) => frames.push(frame.type),
    onPlace: (place) => places.push(place),
    catchUp: () => (caughtUp += 1),
    isVisible: () => true,
  });
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  };
  const greet = (): void => {
    last().listeners.onOpen();
    last().listeners.onData('{"type":"ready"}');
  };
  return { clock, connection, sockets, places, frames, last, greet, caughtUp: () => caughtUp };
};

describe("the connection", () => {
  it("says hello and catches up once the server has recognised the visitor", () => {
    const { connection, last, greet, places, caughtUp } = setUp();
    connection.start();
    greet();
    expect(last().sent).toEqual([{ type: "hello", visitor_token: "t", after: {} }]);
    expect(places).toEqual(["connecting", "greeting", "ready"]);
    expect(caughtUp()).toBe(1);
  });

  it("answers pings", () => {
    const { connection, last, greet } = setUp();
    connection.start();
    greet();
    last().listeners.onData('{"type":"ping"}');
    expect(last().sent.at(-1)).toEqual({ type: "pong" });
  });

  it("comes back by itself, later each time", async () => {
    const { clock, connection, sockets, last } = setUp();
    connection.start();
    last().listeners.onClose();
    await clock.advance(800);
    expect(sockets).toHaveLength(2);
    last().listeners.onClose();
    await clock.advance(800);
    expect(sockets).toHaveLength(2);
    await clock.advance(800);
    expect(sockets).toHaveLength(3);
  });

  it("comes back at once when the network does", () => {
    const { connection, sockets, last } = setUp();
    connection.start();
    last().listeners.onClose();
    connection.wake();
    expect(sockets).toHaveLength(2);
  });

  it("takes a silent socket for dead", async () => {
    const { clock, connection, sockets, greet } = setUp();
    connection.start();
    greet();
    await clock.advance(80_000);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
  });

  it("does not trust a socket that fell silent while the page slept", async () => {
    const { clock, connection, greet, places } = setUp();
    connection.start();
    greet();
    await clock.advance(40_000);
    connection.wake();
    expect(places.slice(-2)).toEqual(["waiting", "connecting"]);
  });

  it("hears nothing of a socket it has given up", async () => {
    const { clock, connection, sockets, greet, frames } = setUp();
    connection.start();
    greet();
    await clock.advance(80_000);
    sockets[0]?.listeners.onData('{"type":"typing","conversation_id":"c","name":null}');
    expect(frames).toEqual([]);
  });

  it("polls while the network blocks sockets, and stops when they work", async () => {
    const { clock, connection, sockets, last, greet, caughtUp } = setUp();
    connection.start();
    for (let count = 0; count < 3; count += 1) {
      last().listeners.onClose();
      if (count < 2) await clock.advance(2_000);
    }
    const before = caughtUp();
    await clock.advance(5_000);
    expect(caughtUp()).toBe(before + 1);
    while (sockets.length < 4) await clock.advance(1_000);
    greet();
    const connected = caughtUp();
    await clock.advance(20_000);
    expect(caughtUp()).toBe(connected);
  });

  it("ignores frames it does not know and sends only while somebody hears it", () => {
    const { connection, last, greet, frames } = setUp();
    expect(connection.send({ type: "pong" })).toBe(false);
    connection.start();
    greet();
    last().listeners.onData('{"type":"from_the_future"}');
    last().listeners.onData("no json");
    expect(frames).toEqual([]);
    expect(connection.send({ type: "pong" })).toBe(true);
  });
});
