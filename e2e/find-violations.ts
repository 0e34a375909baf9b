import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/**
 * Lists what axe finds wrong with a part of a page as it stands: the rule, the element and what would mend it. `besides` names what within
 * it has tests of its own.
 */
export async function findViolations(
  page: Page,
  part: string,
  besides: string | null = null,
): Promise<readonly string[]> {
  await page.evaluate(axeScript); // not as a script of the page, whose policy allows its own only
  return await page.evaluate(
    async (context) => {
      // axe puts itself on window; its types would pull its own globals into every test.
      const axe: unknown = Reflect.get(window, "axe");
      if (typeof axe !== "object" || axe === null) throw new Error("axe has not loaded");
      const result: {
        violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
      } = await Reflect.apply(Reflect.get(axe, "run"), axe, [context]);
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`,
        ),
      );
    },
    { include: [[part]], ...(besides !== null && { exclude: [[besides]] }) },
  );
}
