import { expect, test } from "@playwright/test";
import { readSavedPage, savedPages } from "../../src/testing/pages/saved-pages.ts";
import { judgePages } from "./judge-page.ts";

/** BEHAVIORS 8: of all pages so many are told right, and of what is no shop page none is taken for one. */
const rightShare = 0.95;

test("saved pages of shops and others are told apart", async ({ browser }) => {
  test.setTimeout(300_000);
  const pages = await Promise.all(
    savedPages.map(async (saved) => ({ ...saved, html: await readSavedPage(saved) })),
  );
  const judged = await judgePages(browser, pages);
  const rows = savedPages.map(({ name, kind }, index) => ({
    name,
    kind,
    told: judged[index]?.told ?? "",
    reason: judged[index]?.reason ?? "",
  }));
  const wrong = rows.filter(({ kind, told }) => kind !== told);
  const right = rows.length - wrong.length;
  const lines = rows.map(({ name, kind, told, reason }) =>
    [
      name.padEnd(34),
      kind.padEnd(19),
      told.padEnd(19),
      reason.padEnd(11),
      kind === told ? "" : "WRONG",
    ].join(" "),
  );
  const share = `${right} of ${rows.length} right (${((100 * right) / rows.length).toFixed(1)} %)`;
  process.stdout.write(`${lines.join("\n")}\n${share}\n`);
  expect(wrong.filter(({ kind }) => kind === "none")).toEqual([]);
  expect(right / rows.length).toBeGreaterThanOrEqual(rightShare);
});
