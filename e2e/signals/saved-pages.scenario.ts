import { expect, test } from "@playwright/test";
import { readSavedPage, savedPages } from "../../src/testing/pages/saved-pages.ts";
import { openSignalPage } from "./signal-page.ts";

/** BEHAVIORS 8: of all pages so many are told right, and of what is no shop page none is taken for one. */
const rightShare = 0.95;
/** Contexts open at once. */
const together = 6;
/** By then a page has been read twice. */
const silenceMs = 2_500;
/** The longest a page that should be told may take; a busy machine is no failure. */
const patienceMs = 15_000;

const kinds = "product,cart,checkout,order_confirmation";

test("saved pages of shops and others are told apart", async ({ browser }) => {
  test.setTimeout(300_000);
  const rows: { name: string; expected: string; told: string; reason: string }[] = [];
  const judge = async (saved: (typeof savedPages)[number]): Promise<void> => {
    const { page, fired, close } = await openSignalPage(browser, {
      body: await readSavedPage(saved),
      path: saved.path,
      armed: [{ trigger_type: "ecommerce_signal", config: { kinds } }],
    });
    const waitMs = saved.kind === "none" ? silenceMs : patienceMs;
    for (let waited = 0; waited < waitMs && fired.length === 0; waited += 100)
      await page.waitForTimeout(100);
    const { kind = "none", reason = "" } = fired[0]?.evidence ?? {};
    rows.push({
      name: saved.name,
      expected: saved.kind,
      told: fired.length > 1 ? "twice" : String(kind),
      reason: String(reason),
    });
    await close();
  };
  const waiting = [...savedPages];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await judge(next);
    }),
  );

  const wrong = rows.filter(({ expected, told }) => expected !== told);
  const right = rows.length - wrong.length;
  const table = rows
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, expected, told, reason }) =>
      [
        name.padEnd(34),
        expected.padEnd(19),
        told.padEnd(19),
        reason.padEnd(11),
        expected === told ? "" : "WRONG",
      ].join(" "),
    );
  process.stdout.write(
    `${table.join("\n")}\n${right} of ${rows.length} right (${((100 * right) / rows.length).toFixed(1)} %)\n`,
  );
  expect(wrong.filter(({ expected }) => expected === "none")).toEqual([]);
  expect(right / rows.length).toBeGreaterThanOrEqual(rightShare);
});
