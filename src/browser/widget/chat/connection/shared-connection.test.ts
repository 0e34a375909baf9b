import { expect, it } from "vitest";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { createSharedConnection } from "./shared-connection.ts";
import type { Tabs } from "./tabs.ts";

/** A browser whose tabs hear each other at once; whoever seeks first leads. */
const aBrowser = () => {
  const lines = new Set<(news: unknown) => void>();
  const seekers: { readonly lead: () => void; readonly lose: () => void }[] = [];
  const asleep = new Set<string>();
  const tabs = (name: string): Tabs => ({
    openLine: (hear) => {
      const own = (news: unknown): void => (asleep.has(name) ? undefined : hear(news));
      lines.add(own);
      return {
        say: (news) => lines.forEach((line) => (line === own ? undefined : line(news))),
        close: () => lines.delete(own),
      };
    },
    seekLead: (how, { onLead, onLost }) => {
      const seeker = { lead: onLead, lose: onLost };
      const holder = how === "take" ? seekers.shift() : undefined;
      seekers[how === "take" ? "unshift" : "push"](seeker);
      if (seekers[0] === seeker) onLead();
      holder?.lose();
      return () => {
        const at = seekers.indexOf(seeker);
        if (at >= 0) seekers.splice(at, 1);
        if (at === 0) seekers[0]?.lead();
      };
    },
  });
  return { tabs, asleep };
};

const setUp = () => {
  const clock = virtualClock();
  const { tabs, asleep } = aBrowser();
  const sockets: { readonly of: string; isOpen: boolean; hear: (data: unknown) => void }[] = [];
  const open = (name: string) => {
    const heard: string[] = [];
    const shared: unknown[] = [];
    let caughtUp = 0;
    const connection = createSharedConnection({
      clock,
      tabs: tabs(name),
      openSocket: ({ onOpen, onData }) => {
        const socket = { of: name, isOpen: true, hear: onData };
        sockets.push(socket);
        clock.after(1, onOpen);
        return {
          send: (data) => (/hello/.test(data) ? onData('{"type":"ready"}') : undefined),
          close: () => {
            socket.isOpen = false;
          },
        };
      },
      hello: () => ({ type: "hello", visitor_token: "t", after: {} }),
      onFrame: (frame) => heard.push(frame.type),
      onPlace: () => {},
      catchUp: () => {
        caughtUp += 1;
      },
      isVisible: () => !asleep.has(name),
      onShared: (value) => shared.push(value),
    });
    connection.start();
    return { connection, heard, shared, caughtUp: () => caughtUp };
  };
  const openSockets = () => sockets.filter(({ isOpen }) => isOpen).map((socket) => socket.of);
  return { clock, asleep, open, sockets, openSockets };
};

const typing = '{"type":"typing","conversation_id":"c","name":null}';

it("opens one socket for all tabs, and all of them hear it", async () => {
  const { clock, open, sockets, openSockets } = setUp();
  const tabs = [open("one"), open("two"), open("three")];
  await clock.advance(10);
  sockets[0]?.hear(typing);
  expect(openSockets()).toEqual(["one"]);
  expect(tabs.map(({ heard }) => heard)).toEqual([["typing"], ["typing"], ["typing"]]);
});

it("passes the socket on when its tab is closed", async () => {
  const { clock, open, openSockets } = setUp();
  const [one, two] = [open("one"), open("two")];
  await clock.advance(10);
  const before = two.caughtUp();
  one.connection.stop();
  await clock.advance(10);
  expect(openSockets()).toEqual(["two"]);
  expect(two.caughtUp()).toBeGreaterThan(before);
});

it("takes the socket from a tab that does not answer, after a second", async () => {
  const { clock, asleep, open, openSockets } = setUp();
  open("one");
  const two = open("two");
  await clock.advance(10);
  asleep.add("one");
  two.connection.wake();
  await clock.advance(900);
  expect(openSockets()).toEqual(["one"]);
  await clock.advance(200);
  expect(openSockets()).toEqual(["two"]);
});

it("leaves the socket where it is when its tab answers", async () => {
  const { clock, open, openSockets } = setUp();
  open("one");
  const two = open("two");
  await clock.advance(10);
  two.connection.wake();
  await clock.advance(5_000);
  expect(openSockets()).toEqual(["one"]);
});

it("tells the other tabs what was read", async () => {
  const { clock, open } = setUp();
  const [one, two] = [open("one"), open("two")];
  await clock.advance(10);
  two.connection.share({ read_through: 3 });
  expect([one.shared, two.shared]).toEqual([[{ read_through: 3 }], []]);
});
