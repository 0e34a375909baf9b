import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Looks through a part of a page as it stands for what assistive technology stumbles over; says what and where. What a canvas is drawn with is its own room's. */
export async function findObstacles(page: Page, part: string): Promise<string[]> {
  // Evaluated, not added: our own content security policy lets no script in from elsewhere.
  await page.evaluate(await readFile(axePath, "utf8"));
  return await page.evaluate(async (selector) => {
    // axe-core's script puts itself on window; its types would pull its own globals into every test.
    const axe: unknown = Reflect.get(window, "axe");
    if (typeof axe !== "object" || axe === null) throw new Error("axe has not loaded");
    const result: { violations: { id: string; nodes: { html: string }[] }[] } = await Reflect.apply(
      Reflect.get(axe, "run"),
      axe,
      [{ include: [[selector]], exclude: [[".react-flow__handle"]] }],
    );
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }, part);
}
