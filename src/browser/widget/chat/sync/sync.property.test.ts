import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FakeWidgetServer,
  conversationId,
  type Mishap,
} from "../../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../../session/visitor-session.ts";
import { createKeep } from "../../storage/keep.ts";
import { createVisits } from "../../transport/visits.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import { conversationChanged, messageArrived } from "../state/changes.ts";
import { initialState, shownThread, type ChatState } from "../state/chat-state.ts";
import { createStore } from "../state/store.ts";
import { createSync } from "./sync.ts";

const setUp = () => {
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  const keep = createKeep("s:", () => new MemoryStorage());
  const session = createVisitorSession(keep, clock);
  const visits = createVisits({
    key: "pk",
    keep,
    request: server.request,
    session,
    ...visitedPage,
  });
  const store = createStore<ChatState>(initialState);
  const sync = createSync({
    request: server.request,
    visits,
    clock,
    store,
    onFetched: () => {},
    onDone: () => {},
  });
  const outbox: Outbox = createOutbox({
    keep,
    request: server.request,
    visits,
    clock,
    onChange: () => store.change((state) => ({ ...state, outbox: outbox.list() })),
    onSent: (message) => store.change((state) => messageArrived(state, message)),
    onAccepted: sync.catchUp,
  });
  const write = (text: string): void =>
    outbox.add({
      text,
      files: [],
      quick_reply_id: null,
      starts_conversation: false,
      asks_for_person: false,
      conversation_id: null,
      visitor_session_id: session.touch(),
    });
  return { server, clock, store, sync, outbox, write };
};

const step = fc.oneof(
  fc.record({
    kind: fc.constant("visitor writes" as const),
    text: fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text.trim() !== ""),
  }),
  fc.record({ kind: fc.constant("team writes" as const), isNote: fc.boolean() }),
  /** What the server has said reaches the chat, any of it, in any order, as often as it likes. */
  fc.record({ kind: fc.constant("socket delivers" as const), index: fc.nat(20) }),
  fc.record({ kind: fc.constant("socket tells state" as const) }),
  fc.record({
    kind: fc.constant("calls fail" as const),
    mishaps: fc.array(fc.constantFrom<Mishap>("request lost", "answer lost", "none"), {
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constant("catch up" as const) }),
  fc.record({ kind: fc.constant("time passes" as const), ms: fc.nat(40_000) }),
);

describe("the chat under drop, duplication, reordering and sleep", () => {
  it("loses nothing, doubles nothing and shows the server's order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { server, clock, store, sync, outbox, write } = setUp();
        let written = 0;
        for (const one of steps) {
          if (one.kind === "visitor writes") {
            write(one.text);
            written += 1;
          } else if (one.kind === "team writes") server.say("hello", one.isNote);
          else if (one.kind === "socket delivers") {
            const message = server.messages[one.index];
            if (message !== undefined) store.change((state) => messageArrived(state, message));
          } else if (one.kind === "socket tells state")
            store.change((state) => conversationChanged(state, server.conversation()));
          else if (one.kind === "calls fail") server.mishaps.push(...one.mishaps);
          else if (one.kind === "catch up") sync.catchUp();
          else await clock.advance(one.ms);
          await clock.settle();
        }
        server.mishaps = [];
        outbox.wake();
        await clock.advance(200_000);
        sync.catchUp();
        await clock.advance(100_000);

        const shown = shownThread(store.get()).messages.map((message) => message.id);
        expect(shown).toEqual(server.messages.map((message) => message.id));
        expect(server.messages.filter((message) => message.author.kind === "contact")).toHaveLength(
          written,
        );
        expect(outbox.list()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("fetches more than one page when much was missed", async () => {
    const { server, clock, store, sync } = setUp();
    server.say("first");
    sync.catchUp();
    await clock.settle();
    for (let count = 0; count < 120; count += 1) server.say(`message ${count}`);
    sync.catchUp();
    await clock.advance(1);
    expect(store.get().threads[conversationId]?.messages).toHaveLength(121);
  });

  it("does not ask for ever about private notes", async () => {
    const { server, clock, store, sync } = setUp();
    server.say("hello");
    sync.catchUp();
    await clock.settle();
    server.say("only for us", true);
    store.change((state) => conversationChanged(state, server.conversation()));
    const before = server.calls.length;
    sync.catchUp();
    await clock.advance(60_000);
    expect(server.calls.length - before).toBe(2);
  });
});
