import { describe, expect, it } from "vitest";
import { MemoryStorage } from "../../../testing/widget/memory-storage.ts";
import { createKeep } from "./keep.ts";

describe("what the widget keeps in the browser", () => {
  it("is found again by the next page", () => {
    const storage = new MemoryStorage();
    createKeep("switchboard:pk:", () => storage).write("visit", { token: "t" });
    expect(createKeep("switchboard:pk:", () => storage).read("visit")).toEqual({ token: "t" });
  });

  it("is cleared without touching what belongs to the page", () => {
    const storage = new MemoryStorage();
    storage.setItem("cart", "[]");
    const keep = createKeep("switchboard:pk:", () => storage);
    keep.write("visit", 1);
    keep.clear();
    expect(keep.read("visit")).toBeNull();
    expect(storage.getItem("cart")).toBe("[]");
  });

  it("lasts as long as the page when storage is blocked", () => {
    const keep = createKeep("switchboard:pk:", () => {
      throw new Error("blocked");
    });
    keep.write("visit", 1);
    expect(keep.read("visit")).toBe(1);
    expect(keep.lasts("visit")).toBe(false);
  });

  it("lasts as long as the page when storage is full", () => {
    const storage = new MemoryStorage();
    const keep = createKeep("switchboard:pk:", () => storage);
    keep.write("session", 1);
    storage.setItem = () => {
      throw new Error("quota");
    };
    keep.write("visit", 1);
    expect(keep.read("visit")).toBe(1);
    expect([keep.lasts("session"), keep.lasts("visit")]).toEqual([true, false]);
  });

  it("is released into storage that takes nothing without going round for ever", () => {
    const storage = new MemoryStorage();
    storage.setItem = () => {
      throw new Error("quota");
    };
    const keep = createKeep("switchboard:pk:", () => storage, true);
    keep.write("visit", 1);
    keep.release();
    expect([keep.read("visit"), keep.lasts("visit")]).toEqual([1, false]);
  });

  it("tells what another tab has stored beside what is held", () => {
    const storage = new MemoryStorage();
    const held = createKeep("switchboard:pk:", () => storage, true);
    held.write("visit", "mine");
    createKeep("switchboard:pk:", () => storage).write("visit", "theirs");
    expect([held.read("visit"), held.stored("visit")]).toEqual(["mine", "theirs"]);
  });

  it("reads nothing from broken values", () => {
    const storage = new MemoryStorage();
    storage.setItem("switchboard:pk:visit", "{broken");
    expect(createKeep("switchboard:pk:", () => storage).read("visit")).toBeNull();
  });

  it("stores nothing before it is released, then what was held", () => {
    const storage = new MemoryStorage();
    storage.setItem("switchboard:pk:session", "1");
    const keep = createKeep("switchboard:pk:", () => storage, true);
    keep.write("visit", 2);
    expect([keep.read("session"), keep.read("visit"), keep.lasts("visit")]).toEqual([1, 2, false]);
    expect(storage.length).toBe(1);
    keep.write("session", null);
    expect(keep.read("session")).toBeNull();
    keep.release();
    expect([storage.getItem("switchboard:pk:session"), keep.lasts("visit")]).toEqual([null, true]);
    expect(storage.getItem("switchboard:pk:visit")).toBe("2");
  });

  it("comes to an end when what was held cannot be stored either", () => {
    const keep = createKeep(
      "s:",
      () => {
        throw new Error("blocked");
      },
      true,
    );
    keep.write("visit", 1);
    keep.release();
    expect([keep.read("visit"), keep.lasts("visit")]).toEqual([1, false]);
  });

  it("keeps nothing once it is cleared", () => {
    const storage = new MemoryStorage();
    const keep = createKeep("switchboard:pk:", () => storage);
    keep.clear();
    keep.write("visit", 1);
    expect(storage.length).toBe(0);
  });
});
