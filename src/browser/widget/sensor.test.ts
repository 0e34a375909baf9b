import { describe, expect, it } from "vitest";
import { type DetectorType, type Memory, type Signal, detectors } from "#triggers/detectors";
import { MemoryStorage } from "../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../testing/widget/virtual-clock.ts";
import { type Senses, createSensor } from "./sensor.ts";
import { createSessionMemory } from "./session/session-memory.ts";
import { createVisitorSession } from "./session/visitor-session.ts";
import { createKeep } from "./storage/keep.ts";

const entered = (at: number, path = "/pricing"): Signal => ({
  type: "page_entered",
  at,
  url: `https://a.test${path}`,
  isLoad: true,
  isVisible: true,
});
const pageView = (visible_seconds: number, url_pattern = "/pricing") => ({
  trigger_type: "page_view",
  config: { url_pattern, visible_seconds },
});

const setUp = (
  types: readonly DetectorType[] = detectors,
  listenTo: Senses["listenTo"] = () => undefined,
) => {
  const awake = virtualClock();
  let sleptMs = 0;
  const clock = { ...awake, now: () => awake.now() + sleptMs };
  const sleep = (ms: number): void => {
    sleptMs += ms;
  };
  const fired: string[] = [];
  const storage = new MemoryStorage();
  const keep = createKeep("", () => storage);
  const session = createVisitorSession(keep, clock);
  session.touch();
  const memory = createSessionMemory(keep, session);
  const onFired = (type: string): number => fired.push(`${type} at ${clock.steady()}`);
  const created = createSensor({ clock, memory, onFired });
  const sensor = {
    ...created,
    arm: (armed: Parameters<typeof created.arm>[0]) => created.arm(armed, { types, listenTo }),
  };
  return { clock, sensor, fired, session, sleep };
};

/** A detector type that tells the test what it gets. */
const listening = (heard: unknown[], arm?: (memory: Memory) => void): DetectorType => ({
  type: "listening",
  sources: ["activity"],
  arm: (_config, memory) => {
    arm?.(memory);
    return {
      take: (signal, isWatched) => {
        heard.push([signal.type, isWatched]);
        return { evidence: null, wakeAt: null };
      },
      look: () => ({ heard: heard.length }),
    };
  },
});

/** A detector type that wants to be woken so long after each act, and notes how it was. */
const wakingAfter = (ms: number, heard: string[]): DetectorType => ({
  type: "waking",
  sources: [],
  arm: () => ({
    take: (signal) => {
      if (signal.type === "alarm_rang")
        heard.push(`rang at ${signal.at}${signal.wasAsleep === true ? " after sleep" : ""}`);
      return { evidence: null, wakeAt: signal.type === "acted" ? signal.at + ms : null };
    },
    look: () => ({}),
  }),
});

describe("the sensor", () => {
  it("plays to the detectors what happened before they were armed", () => {
    const { sensor, fired } = setUp();
    sensor.take(entered(0));
    sensor.arm([pageView(0)]);
    expect(fired).toEqual(["page_view at 0"]);
  });

  it("rings the alarms detectors ask for", async () => {
    const { clock, sensor, fired } = setUp();
    sensor.arm([pageView(5)]);
    sensor.take(entered(0));
    await clock.advance(9_000);
    expect(fired).toEqual(["page_view at 5000"]);
  });

  it("moves an alarm with every signal, and rings it once, at the moment asked for last", async () => {
    const heard: string[] = [];
    const { clock, sensor } = setUp([wakingAfter(1_000, heard)]);
    sensor.arm([{ trigger_type: "waking", config: {} }]);
    sensor.take({ type: "acted", at: 0 });
    await clock.advance(900);
    sensor.take({ type: "acted", at: 900 });
    await clock.advance(5_000);
    expect(heard).toEqual(["rang at 1900"]);
    sensor.take({ type: "page_hidden", at: 5_900 });
    await clock.advance(5_000);
    sensor.take({ type: "acted", at: 10_900 });
    sensor.stop();
    await clock.advance(5_000);
    expect(heard).toEqual(["rang at 1900"]);
  });

  it("says when the computer slept, also where the steady clock sleeps with it", async () => {
    const heard: string[] = [];
    const { clock, sensor, sleep } = setUp([wakingAfter(60_000, heard)]);
    sensor.arm([{ trigger_type: "waking", config: {} }]);
    sensor.take({ type: "acted", at: 0 });
    await clock.advance(30_000);
    sensor.take({ type: "acted", at: 30_000 });
    sleep(3_600_000);
    await clock.advance(300_000);
    expect(heard).toEqual(["rang at 60000 after sleep"]);
  });

  it("reports one conclusion once, however many triggers draw it", () => {
    const { sensor, fired } = setUp();
    sensor.arm([
      pageView(0),
      pageView(0),
      { trigger_type: "chat_opened", config: { url_pattern: "" } },
      { trigger_type: "chat_opened", config: { url_pattern: "/pricing" } },
    ]);
    sensor.take(entered(0));
    sensor.take({ type: "chat_opened", at: 1, by: "visitor" });
    expect(fired).toEqual(["page_view at 0", "chat_opened at 0"]);
  });

  it("ignores triggers it does not know and configs it cannot read", () => {
    const { sensor, fired } = setUp();
    sensor.arm([
      { trigger_type: "from_the_future", config: {} },
      { trigger_type: "page_view", config: {} },
    ]);
    sensor.take(entered(0));
    expect(fired).toEqual([]);
  });

  it("leaves a broken detector out and keeps the others", () => {
    const broken: DetectorType = {
      type: "broken",
      sources: [],
      arm: () => ({
        take: () => {
          throw new Error("broken");
        },
        look: () => ({}),
      }),
    };
    const { sensor, fired } = setUp([broken, ...detectors]);
    sensor.arm([{ trigger_type: "broken", config: {} }, pageView(0)]);
    sensor.take(entered(0));
    expect(fired).toEqual(["page_view at 0"]);
  });

  it.each([
    [{ url_pattern: "/pricing" }, true],
    [{ url_pattern: "/other" }, false],
    [{ url_pattern: "" }, true],
    [{ url_contains: "test/pri" }, true],
    [{ url_contains: "/pay" }, false],
    [{ url_contains: "" }, true],
    [{}, true],
  ])("watches a page as the config %j says", (config, isWatched) => {
    const heard: unknown[] = [];
    const { sensor } = setUp([listening(heard)]);
    sensor.arm([{ trigger_type: "listening", config }]);
    sensor.take(entered(0));
    expect(heard).toEqual([["page_entered", isWatched]]);
    expect(sensor.look()).toEqual([
      { trigger_type: "listening", config, isWatched, counted: { heard: 1 }, concluded: null },
    ]);
  });

  it("starts a source once for all triggers that need it, and stops it", () => {
    const heard: unknown[] = [];
    const told: string[] = [];
    const { sensor } = setUp([listening(heard)], (name, give) => {
      told.push(`${name} started`);
      give({ type: "page_shown", at: 1 });
      return () => told.push(`${name} stopped`);
    });
    const row = (n: number) => ({ trigger_type: "listening", config: { n } });
    sensor.arm([row(1), row(2)]);
    sensor.stop();
    expect(told).toEqual(["activity started", "activity stopped"]);
    expect(heard).toEqual([
      ["page_shown", false],
      ["page_shown", false],
    ]);
  });

  it("gives each trigger a memory that lasts for the session", async () => {
    const memories: Memory[] = [];
    const { sensor, session, clock } = setUp([listening([], (memory) => memories.push(memory))]);
    const rows = [1, 2].map((n) => ({ trigger_type: "listening", config: { n } }));
    sensor.arm(rows);
    memories[0]?.write({ score: 12 });
    expect(memories.map((memory) => memory.read())).toEqual([{ score: 12 }, null]);
    sensor.arm(rows);
    expect(memories[2]?.read()).toEqual({ score: 12 });
    await clock.advance(31 * 60_000);
    session.touch();
    expect(memories[2]?.read()).toBeNull();
  });

  it("is silent once stopped", async () => {
    const { clock, sensor, fired } = setUp();
    sensor.arm([pageView(5)]);
    sensor.take(entered(0));
    sensor.stop();
    await clock.advance(9_000);
    expect(fired).toEqual([]);
  });
});
