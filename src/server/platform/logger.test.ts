import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";

function collect() {
  const lines: string[] = [];
  return { lines, output: { write: (text: string) => lines.push(text) } };
}

test("writes one readable line for a person", () => {
  const { lines, output } = collect();
  createLogger({ level: "info", format: "text", output }).info(
    { port: 4800, host: "x" },
    "listening",
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}listening port=4800 host=x\n$/);
});

test("writes an error with its stack below the line", () => {
  const { lines, output } = collect();
  createLogger({ level: "info", format: "text", output }).error(new Error("broken"));
  expect(lines[0]).toContain("error broken\nError: broken");
});

test("writes JSON for machines and leaves out what is below the level", () => {
  const { lines, output } = collect();
  const logger = createLogger({ level: "warn", format: "json", output });
  logger.info("quiet");
  logger.warn("heard");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 40, time: expect.any(Number), msg: "heard" },
  ]);
});

test("hides secrets", () => {
  const { lines, output } = collect();
  createLogger({ level: "info", format: "json", output }).info({
    password: "hunter2",
    headers: { authorization: "Bearer hunter2" },
  });
  expect(lines[0]).not.toContain("hunter2");
});
