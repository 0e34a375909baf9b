import { describe, expect, it } from "vitest";
import { FakeWidgetServer } from "../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../session/visitor-session.ts";
import { describePage } from "../signals/page-facts.ts";
import { createKeep } from "../storage/keep.ts";
import { createDetectionQueue } from "./detection-queue.ts";
import { keepReport } from "./kept-reports.ts";
import { createVisits } from "./visits.ts";

const setUp = () => {
  const storage = new MemoryStorage();
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  let reported = 0;
  let typingUntil = 0;
  /** A page load: memory is new, storage stays. */
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
    const queue = createDetectionQueue({
      alone: (act) => act(),
      keep,
      visits,
      request: server.request,
      clock,
      typingMs: () => Math.max(0, typingUntil - clock.steady()),
      onReported: () => (reported += 1),
    });
    const fire = (waitMs = 0, trigger_type = "page_view"): void => {
      const detection = {
        trigger_type,
        visitor_session_id: session.touch(),
        page: describePage(visitedPage.page),
        evidence: {},
      };
      keepReport(keep, clock, "detections", detection, waitMs);
      queue.send();
    };
    return { queue, fire };
  };
  const type = (ms: number): void => {
    typingUntil = clock.steady() + ms;
  };
  return { server, clock, storage, load, type, reported: () => reported };
};

describe("the detection queue", () => {
  it("says nothing before the first detection, then the visit and the detection", async () => {
    const { server, clock, load } = setUp();
    const { queue, fire } = load();
    queue.send();
    await clock.settle();
    expect(server.calls).toEqual([]);
    fire();
    await clock.settle();
    expect(server.calls).toEqual(["POST /visits", "POST /detections"]);
  });

  it("sends each once and in order", async () => {
    const { server, clock, load } = setUp();
    const { fire } = load();
    fire();
    fire();
    fire();
    await clock.advance(1);
    expect(server.detections).toHaveLength(3);
    expect([...server.detections].sort()).toEqual(server.detections);
  });

  it("tries again with the same id when an answer is lost", async () => {
    const { server, clock, load, reported } = setUp();
    server.mishaps = ["none", "answer lost"];
    load().fire();
    await clock.advance(5_000);
    expect(server.detections).toHaveLength(1);
    expect(server.calls).toEqual([
      "POST /visits",
      "POST /detections (answer lost)",
      "POST /detections",
    ]);
    expect(reported()).toBe(1);
  });

  it("is sent by the next page when the visitor leaves too early", async () => {
    const { server, clock, load } = setUp();
    server.mishaps = ["request lost"];
    load().fire();
    await clock.settle();
    load().queue.send();
    await clock.settle();
    expect(server.detections).toHaveLength(1);
  });

  it("holds back what comes too early, over pages too, and nothing else", async () => {
    const { server, clock, load } = setUp();
    const { fire } = load();
    fire(8_000);
    await clock.advance(5_000);
    expect(server.calls).toEqual([]);
    fire(-1);
    await clock.settle();
    expect(server.detections).toHaveLength(1);
    const { queue } = load();
    queue.send();
    await clock.advance(2_900);
    expect(server.detections).toHaveLength(1);
    await clock.advance(200);
    expect(server.detections).toHaveLength(2);
  });

  it("waits until the visitor has finished typing, with all but the opened chat", async () => {
    const { server, clock, load, type } = setUp();
    const { fire } = load();
    type(3_000);
    fire();
    await clock.advance(2_000);
    type(3_000);
    fire(0, "chat_opened");
    await clock.advance(2_900);
    expect(server.detections).toHaveLength(1);
    await clock.advance(200);
    expect(server.detections).toHaveLength(2);
  });

  it("notices within a second that a field was left", async () => {
    const { server, clock, load, type } = setUp();
    type(60_000);
    load().fire();
    await clock.advance(5_000);
    expect(server.detections).toHaveLength(0);
    type(0);
    await clock.advance(1_000);
    expect(server.detections).toHaveLength(1);
  });

  it("drops what is about a moment long past", async () => {
    const { server, clock, load } = setUp();
    server.mishaps = ["request lost"];
    load().fire();
    await clock.settle();
    server.mishaps = Array.from({ length: 50 }, () => "request lost" as const);
    await clock.advance(6 * 60_000);
    server.mishaps = [];
    await clock.advance(60_000);
    expect(server.detections).toHaveLength(0);
  });

  it("drops what the server refuses instead of asking for ever", async () => {
    const { server, clock, load, reported } = setUp();
    server.mishaps = ["none", "refused"];
    load().fire();
    await clock.advance(60_000);
    expect(server.calls).toHaveLength(2);
    expect(reported()).toBe(0);
  });

  it("starts over as a new browser when the token is not recognised", async () => {
    const { server, clock, load } = setUp();
    const { fire } = load();
    fire();
    await clock.settle();
    server.knownTokens.clear();
    fire();
    await clock.advance(5_000);
    expect(server.detections).toHaveLength(2);
  });

  it("survives a kept list that somebody has written nonsense into", async () => {
    const { server, clock, storage, load } = setUp();
    storage.setItem("s:detections", '[null, 7, {"id": 1}]');
    const { queue, fire } = load();
    queue.send();
    await clock.settle();
    expect(server.calls).toEqual([]);
    fire();
    await clock.settle();
    expect(server.detections).toHaveLength(1);
  });
});
