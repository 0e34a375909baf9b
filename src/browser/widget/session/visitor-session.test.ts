import { describe, expect, it } from "vitest";
import { MemoryStorage } from "../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../testing/widget/virtual-clock.ts";
import { createKeep } from "../storage/keep.ts";
import { createVisitorSession } from "./visitor-session.ts";

const minute = 60_000;
const twoTabs = () => {
  const storage = new MemoryStorage();
  const clock = virtualClock();
  const tab = () =>
    createVisitorSession(
      createKeep("s:", () => storage),
      clock,
    );
  return { storage, clock, first: tab(), second: tab() };
};

describe("a visitor session", () => {
  it("goes on while there is activity within 30 minutes", async () => {
    const { clock, first } = twoTabs();
    const id = first.touch();
    await clock.advance(29 * minute);
    expect(first.touch()).toBe(id);
    await clock.advance(29 * minute);
    expect(first.touch()).toBe(id);
  });

  it("is a new one after 30 minutes without activity", async () => {
    const { clock, first } = twoTabs();
    const id = first.touch();
    await clock.advance(30 * minute);
    expect(first.touch()).not.toBe(id);
  });

  it("is shared by tabs, each of which keeps it alive", async () => {
    const { clock, first, second } = twoTabs();
    const id = first.touch();
    await clock.advance(20 * minute);
    expect(second.touch()).toBe(id);
    await clock.advance(20 * minute);
    expect(first.touch()).toBe(id);
  });

  it("knows how long ago it began, in every tab", async () => {
    const { clock, first, second } = twoTabs();
    expect(first.age()).toBe(0);
    first.touch();
    await clock.advance(5_000);
    second.touch();
    await clock.advance(4_000);
    expect([first.age(), second.age()]).toEqual([9_000, 9_000]);
    await clock.advance(30 * minute);
    first.touch();
    expect(first.age()).toBe(0);
  });

  it("does not live for ever when the clock is set back", () => {
    const { storage, first } = twoTabs();
    first.touch();
    const keep = createKeep("s:", () => storage);
    expect(createVisitorSession(keep, { now: () => 0, newId: () => "new" }).touch()).toBe("new");
  });

  it.each(["null", "7", "{}", '{"id":3,"last_activity_at":"x"}'])(
    "starts anew over the stored nonsense %s",
    (nonsense) => {
      const { storage, first } = twoTabs();
      storage.setItem("s:session", nonsense);
      expect(first.touch()).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it("tells its beginning once, to whichever tab asks first", async () => {
    const { clock, first, second } = twoTabs();
    expect(first.takeBeginning()).toBeNull();
    first.touch();
    second.touch();
    expect([second.takeBeginning(), first.takeBeginning()]).toEqual([1, null]);
    await clock.advance(30 * minute);
    expect(first.takeBeginning()).toBeNull();
    first.touch();
    expect([first.takeBeginning(), first.takeBeginning()]).toEqual([2, null]);
  });

  it("leaves a beginning nobody was told of to the next page", () => {
    const { first, second } = twoTabs();
    first.touch();
    second.touch();
    expect(second.takeBeginning()).toBe(1);
  });

  it("of an older widget has begun already and was a first visit", async () => {
    const { storage, clock, first } = twoTabs();
    storage.setItem("s:session", JSON.stringify({ id: "old", last_activity_at: clock.now() }));
    expect([first.touch(), first.takeBeginning()]).toEqual(["old", null]);
    await clock.advance(30 * minute);
    first.touch();
    expect(first.takeBeginning()).toBe(2);
  });

  it("goes on with the session another tab has stored meanwhile", async () => {
    const { storage, clock, first } = twoTabs();
    const held = createKeep("s:", () => storage, true);
    const second = createVisitorSession(held, clock);
    second.touch();
    const id = first.touch();
    expect(first.takeBeginning()).toBe(1);
    second.join(held.stored("session"));
    held.release();
    expect([second.touch(), second.takeBeginning()]).toEqual([id, null]);
    await clock.advance(31 * minute);
    const later = second.touch();
    second.join({ id: "old", last_activity_at: clock.now() - 31 * minute });
    expect(second.current()).toBe(later);
  });

  it("has no beginning where nothing is remembered beyond the page", () => {
    const storage = new MemoryStorage();
    storage.setItem = () => {
      throw new Error("quota");
    };
    const session = createVisitorSession(
      createKeep("s:", () => storage),
      virtualClock(),
    );
    session.touch();
    expect(session.takeBeginning()).toBeNull();
  });
});
