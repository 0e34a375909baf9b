import { describe, expect, it } from "vitest";
import { FakeWidgetServer } from "../../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../../session/visitor-session.ts";
import { createKeep } from "../../storage/keep.ts";
import { createVisits } from "../../transport/visits.ts";
import { createOutbox } from "./outbox.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";

const setUp = () => {
  const storage = new MemoryStorage();
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  const load = () => {
    const keep = createKeep("s:", () => storage);
    const session = createVisitorSession(keep, clock);
    const visits = createVisits({
      key: "pk",
      keep,
      request: server.request,
      session,
      ...visitedPage,
    });
    const outbox = createOutbox({
      keep,
      request: server.request,
      visits,
      clock,
      onChange: () => {},
      onSent: () => {},
      onAccepted: () => {},
    });
    const write = (text: string, files: OutgoingMessage["files"] = []): void =>
      outbox.add({
        text,
        files,
        quick_reply_id: null,
        starts_conversation: false,
        asks_for_person: false,
        conversation_id: null,
        visitor_session_id: session.touch(),
      });
    return { outbox, write };
  };
  const texts = () => server.messages.map((message) => message.text);
  return { server, clock, load, texts };
};

describe("the outbox", () => {
  it("sends in the order written, one at a time", async () => {
    const { clock, load, texts } = setUp();
    const { write, outbox } = load();
    for (const text of ["one", "two", "three"]) write(text);
    await clock.advance(1);
    expect(texts()).toEqual(["one", "two", "three"]);
    expect(outbox.list()).toEqual([]);
  });

  it("lets no later message overtake one that has to be repeated", async () => {
    const { server, clock, load, texts } = setUp();
    server.mishaps = ["none", "request lost", "request lost"];
    const { write } = load();
    for (const text of ["one", "two"]) write(text);
    await clock.advance(30_000);
    expect(texts()).toEqual(["one", "two"]);
  });

  it("doubles nothing when the answer is lost on the way back", async () => {
    const { server, clock, load, texts } = setUp();
    server.mishaps = ["none", "answer lost", "answer lost"];
    load().write("one");
    await clock.advance(30_000);
    expect(texts()).toEqual(["one"]);
  });

  it("keeps what was written offline and sends it after a reload", async () => {
    const { server, clock, load, texts } = setUp();
    server.mishaps = Array.from({ length: 5 }, () => "request lost" as const);
    const { write, outbox } = load();
    write("one");
    write("two");
    await clock.settle();
    expect(outbox.list().map((message) => message.state)).toEqual(["retrying", "queued"]);
    server.mishaps = [];
    load().outbox.wake();
    await clock.advance(1);
    expect(texts()).toEqual(["one", "two"]);
  });

  it("tries at once when the network comes back", async () => {
    const { server, clock, load, texts } = setUp();
    server.mishaps = ["none", "request lost"];
    const { write, outbox } = load();
    write("one");
    await clock.settle();
    outbox.wake();
    await clock.settle();
    expect(texts()).toEqual(["one"]);
  });

  it("marks what the server refuses, goes on with the rest, and sends it again on wish", async () => {
    const { server, clock, load, texts } = setUp();
    server.mishaps = ["none", "refused"];
    const { write, outbox } = load();
    write("one");
    write("two");
    await clock.settle();
    expect(texts()).toEqual(["two"]);
    const failed = outbox.list()[0];
    expect(failed?.state).toBe("failed");
    outbox.retry(failed?.id ?? "");
    await clock.settle();
    expect(texts()).toEqual(["two", "one"]);
  });

  it("forgets a refused message the visitor removes", async () => {
    const { server, clock, load } = setUp();
    server.mishaps = ["none", "refused"];
    const { write, outbox } = load();
    write("one");
    await clock.settle();
    outbox.discard(outbox.list()[0]?.id ?? "");
    expect(outbox.list()).toEqual([]);
  });

  it("sends files by their ids and keeps them with a message that has to wait", async () => {
    const { server, clock, load } = setUp();
    const file = { id: "40000000-0000-4000-8000-000000000000", name: "a.png", bytes: 7 };
    server.mishaps = ["none", "request lost"];
    const { write, outbox } = load();
    write("", [file]);
    await clock.settle();
    expect(outbox.list().map(({ state, files }) => [state, files])).toEqual([["retrying", [file]]]);
    load().outbox.wake();
    await clock.settle();
    expect(server.attached).toEqual([[file.id]]);
  });
});
