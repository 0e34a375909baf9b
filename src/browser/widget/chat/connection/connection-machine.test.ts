import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { transitions } from "./connection-machine.ts";

describe("the table of the connection", () => {
  it("is the diagram in the README", () => {
    const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
    const drawn = [...readme.matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(
      ([, from, to, event]) => `${from} ${event} ${to}`,
    );
    const walked = Object.entries(transitions).flatMap(([from, row]) =>
      Object.entries(row).map(([event, to]) => `${from} ${event} ${to}`),
    );
    expect(drawn.sort()).toEqual(walked.sort());
  });
});
