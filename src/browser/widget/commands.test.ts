// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { isTaken, publishCommands } from "./commands.ts";

const call = (...values: unknown[]): unknown => {
  const command: unknown = Reflect.get(window, "switchboard");
  return typeof command === "function" ? Reflect.apply(command, undefined, values) : null;
};

describe("the global function", () => {
  beforeEach(async () => {
    Reflect.deleteProperty(window, "switchboard");
    Reflect.set(globalThis, "window", window);
  });

  it("answers with what the command gives", async () => {
    publishCommands(window, { open: () => "opened" });
    expect(await call("open")).toBe("opened");
    expect(isTaken(window)).toBe(true);
  });

  it("runs what the snippet has queued, in order", async () => {
    await import("./snippet.ts");
    const results = [call("on", "open"), call("open")];
    const seen: unknown[] = [];
    publishCommands(window, {
      on: (event) => seen.push(`on ${String(event)}`),
      open: () => seen.push("open"),
    });
    expect(await Promise.all(results)).toEqual([1, 2]);
    expect(seen).toEqual(["on open", "open"]);
  });

  it("names the commands it knows when it gets another", async () => {
    publishCommands(window, { open: () => null });
    await expect(call("toString")).rejects.toThrow('knows no "toString"; it knows open');
  });

  it("survives a queue of nonsense", () => {
    Reflect.set(
      window,
      "switchboard",
      Object.assign(() => {}, { q: [null, 7, ["x"]] }),
    );
    expect(() => publishCommands(window, {})).not.toThrow();
  });
});
