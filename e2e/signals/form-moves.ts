import type { Page } from "@playwright/test";
import { addressForm } from "./form-pages.ts";

/** Longer than the shortest stay that counts, 300 ms. */
export const stayMs = 380;

/** Longer than a field rests before it is judged. */
export const restMs = 1_000;

export const goTo = async (page: Page, field: string, ms = stayMs): Promise<void> => {
  await page.locator(`#${field}`).click();
  await page.waitForTimeout(ms);
};
export const goElsewhere = (page: Page): Promise<void> => goTo(page, "elsewhere");
export const goBackAndForth = async (page: Page, field: string, times = 3): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await goTo(page, field);
    await goElsewhere(page);
  }
};
/** Presses on one field after the other, sent at once: on a busy machine each call by itself takes longer than a stay that counts. */
export const hurryThrough = async (page: Page, fields: readonly string[]): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  const boxes = await Promise.all(fields.map((field) => page.locator(`#${field}`).boundingBox()));
  const presses = boxes.flatMap((box) =>
    (["mousePressed", "mouseReleased"] as const).map((type) =>
      devtools.send("Input.dispatchMouseEvent", {
        type,
        x: (box?.x ?? 0) + 5,
        y: (box?.y ?? 0) + 5,
        button: "left",
        clickCount: 1,
      }),
    ),
  );
  await Promise.all(presses);
};
export const press = async (page: Page, key: string, ms = stayMs): Promise<void> => {
  await page.keyboard.press(key);
  await page.waitForTimeout(ms);
};
export const send = (page: Page, ms = 800): Promise<void> => goTo(page, "send", ms);

/** What the scenarios of form frustration have in common. */
export const onAddressForm = {
  body: addressForm,
  armed: [{ trigger_type: "form_frustration", config: { url_contains: "" } }],
  afterwardsMs: restMs + 600,
};
