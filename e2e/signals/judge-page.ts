import type { Browser } from "@playwright/test";
import { openSignalPage } from "./signal-page.ts";

/** By then a page has been read twice. */
const silenceMs = 2_500;
/** The longest a page that should be told may take; a busy machine is no failure. */
const patienceMs = 15_000;

/** All kinds of shop pages, as the server arms them. */
export const allKinds = "product,cart,checkout,order_confirmation";

/** A document, where it stands, and the kind it should be taken for: "none" for what is no page of a shop's. */
export interface JudgedPage {
  readonly html: string;
  readonly path: string;
  readonly kind: string;
}

/** Opens each page in a context of its own, some at once; gives what each was taken for ("twice" where more was told), in order. */
export const judgePages = async (
  browser: Browser,
  pages: readonly JudgedPage[],
): Promise<readonly { readonly told: string; readonly reason: string }[]> => {
  const results: { told: string; reason: string }[] = [];
  const waiting = pages.map((page, index) => ({ ...page, index }));
  const judgeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { page, fired, close } = await openSignalPage(browser, {
        body: next.html,
        path: next.path,
        armed: [{ trigger_type: "ecommerce_signal", config: { kinds: allKinds } }],
      });
      const waitMs = next.kind === "none" ? silenceMs : patienceMs;
      for (let waited = 0; waited < waitMs && fired.length === 0; waited += 100)
        await page.waitForTimeout(100);
      const { kind = "none", reason = "" } = fired[0]?.evidence ?? {};
      const told = fired.length > 1 ? "twice" : String(kind);
      results[next.index] = { told, reason: String(reason) };
      await close();
    }
  };
  await Promise.all(Array.from({ length: 6 }, judgeNext));
  return results;
};
