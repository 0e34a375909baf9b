import { describe, expect, it } from "vitest";
import { FakeWidgetServer } from "../../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../../session/visitor-session.ts";
import { createKeep } from "../../storage/keep.ts";
import { createVisits } from "../../transport/visits.ts";
import { createFileTray } from "./file-tray.ts";

const done = 201;
const lost = 0;

const setUp = (outcomes: (number | "never")[] = []) => {
  const storage = new MemoryStorage();
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  const sent: string[] = [];
  const load = () => {
    const keep = createKeep("s:", () => storage);
    return createFileTray({
      tabKeep: keep,
      clock,
      visits: createVisits({
        key: "pk",
        keep,
        request: server.request,
        session: createVisitorSession(keep, clock),
        ...visitedPage,
      }),
      rules: { is_allowed: true, max_files: 2, max_megabytes: 1, kinds: [] },
      onChange: () => {},
      upload: (file, { onProgress, onStart }) => {
        sent.push(file.name);
        onProgress(0.5);
        const outcome = outcomes.shift() ?? done;
        return new Promise((resolve) => {
          onStart(() => resolve(lost));
          if (outcome !== "never") resolve(outcome);
        });
      },
    });
  };
  return { clock, sent, load };
};

const aFile = (name: string, bytes = 3): File => new File(["x".repeat(bytes)], name);
const states = (tray: ReturnType<typeof createFileTray>) =>
  tray.list().map(({ name, state, problem }) => [name, state, problem]);

describe("the tray", () => {
  it("sends files up one after the other and gives them to the message", async () => {
    const { clock, sent, load } = setUp();
    const tray = load();
    tray.add([aFile("a.png"), aFile("b.png")], 5);
    await clock.settle();
    expect([sent, states(tray)]).toEqual([
      ["a.png", "b.png"],
      [
        ["a.png", "ready", null],
        ["b.png", "ready", null],
      ],
    ]);
    expect(tray.take().map(({ name, bytes }) => [name, bytes])).toEqual([
      ["a.png", 3],
      ["b.png", 3],
    ]);
    expect(tray.list()).toEqual([]);
  });

  it("refuses what is too large or too much before anything is sent", async () => {
    const { clock, sent, load } = setUp();
    const tray = load();
    tray.add([aFile("huge.png", 1024 * 1024 + 1), aFile("b.png"), aFile("c.png")], 5);
    await clock.settle();
    expect(states(tray)).toEqual([
      ["huge.png", "refused", "too_large"],
      ["b.png", "ready", null],
      ["c.png", "refused", "too_many"],
    ]);
    expect(sent).toEqual(["b.png"]);
    tray.add([aFile("d.png")], 5);
    expect(states(tray).map(([name]) => name)).toEqual(["b.png", "d.png"]);
  });

  it("says why the server refused one", async () => {
    const { clock, load } = setUp([422, 413]);
    const tray = load();
    tray.add([aFile("a.exe"), aFile("b.png")], 5);
    await clock.settle();
    expect(states(tray)).toEqual([
      ["a.exe", "refused", "not_taken"],
      ["b.png", "refused", "too_large"],
    ]);
    expect(tray.take()).toEqual([]);
  });

  it("tries again by itself, and at once when the network is back", async () => {
    const { clock, sent, load } = setUp([lost, lost]);
    const tray = load();
    tray.add([aFile("a.png")], 5);
    await clock.settle();
    expect(states(tray)).toEqual([["a.png", "waiting", null]]);
    tray.wake();
    await clock.settle();
    expect(sent).toHaveLength(2);
    await clock.advance(60_000);
    expect([sent.length, states(tray)]).toEqual([3, [["a.png", "ready", null]]]);
  });

  it("keeps what is not there yet out of the message", async () => {
    const { clock, load } = setUp(["never"]);
    const tray = load();
    tray.add([aFile("a.png")], 5);
    await clock.settle();
    expect(tray.take()).toEqual([]);
  });

  it("starts a new visit when its own is not known any more", async () => {
    const { clock, sent, load } = setUp([401]);
    const tray = load();
    tray.add([aFile("a.png")], 5);
    await clock.advance(60_000);
    expect([sent.length, states(tray)]).toEqual([2, [["a.png", "ready", null]]]);
  });

  it("stops an upload that is removed and goes on with the next", async () => {
    const { clock, sent, load } = setUp(["never"]);
    const tray = load();
    tray.add([aFile("a.png"), aFile("b.png")], 5);
    await clock.settle();
    tray.remove(tray.list()[0]?.id ?? "");
    await clock.settle();
    expect([sent, states(tray)]).toEqual([["a.png", "b.png"], [["b.png", "ready", null]]]);
  });

  it("has on the next page what was uploaded on this one", async () => {
    const { clock, load } = setUp([done, "never"]);
    const tray = load();
    tray.add([aFile("a.png"), aFile("b.png")], 5);
    await clock.settle();
    expect(states(load())).toEqual([["a.png", "ready", null]]);
  });
});
