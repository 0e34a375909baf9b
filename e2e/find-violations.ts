import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Lists what axe finds wrong with a part of a page as it stands, each with the element. */
export async function findViolations(page: Page, part: string): Promise<readonly string[]> {
  await page.evaluate(axe); // not as a script of the page, whose policy allows its own only
  return await page.evaluate(async (selector) => {
    // axe puts itself on window; its types would pull its own globals into every test.
    const found: unknown = Reflect.get(window, "axe");
    if (typeof found !== "object" || found === null) throw new Error("axe has not loaded");
    const result: { violations: { id: string; nodes: { html: string }[] }[] } = await Reflect.get(
      found,
      "run",
    ).call(found, selector);
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, part);
}
