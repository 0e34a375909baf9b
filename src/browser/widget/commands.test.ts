// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { isTaken, publishCommands } from "./commands.ts";

const call = (...values: unknown[]): unknown => {
  const command: unknown = Reflect.get(window, "switchboard");
  return typeof command === "function" ? Reflect.apply(command, undefined, values) : null;
};

const nothingElse = (): null => null;

describe("the global function", () => {
  beforeEach(async () => {
    Reflect.deleteProperty(window, "switchboard");
    Reflect.set(globalThis, "window", window);
  });

  it("answers with what the command gives", async () => {
    publishCommands(window, { open: () => "opened" }, nothingElse);
    expect(await call("open")).toBe("opened");
    expect(isTaken(window)).toBe(true);
  });

  it("runs what the snippet has queued, in order", async () => {
    await import("./snippet.ts");
    const results = [call("on", "open"), call("open")];
    const seen: unknown[] = [];
    publishCommands(
      window,
      {
        on: (event) => seen.push(`on ${String(event)}`),
        open: () => seen.push("open"),
      },
      nothingElse,
    );
    expect(await Promise.all(results)).toEqual([1, 2]);
    expect(seen).toEqual(["on open", "open"]);
  });

  it("hands every other verb on, those of the prototype too", async () => {
    const seen: unknown[] = [];
    publishCommands(window, { open: () => null }, (...call) => seen.push(call));
    await call("track", "order", { total: 1 });
    await call("toString");
    expect(seen).toEqual([
      ["track", ["order", { total: 1 }]],
      ["toString", []],
    ]);
  });

  it("fails as a promise, never as a throw", async () => {
    const fail = (): never => {
      throw new Error("not booted");
    };
    publishCommands(window, {}, fail);
    await expect(call("open")).rejects.toThrow("not booted");
    await expect(call()).rejects.toThrow("not booted");
  });

  it("survives a queue of nonsense", () => {
    Reflect.set(
      window,
      "switchboard",
      Object.assign(() => {}, { q: [null, 7, ["x"]] }),
    );
    expect(() => publishCommands(window, {}, nothingElse)).not.toThrow();
  });
});
