import type { Page } from "@playwright/test";

export const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** With PICTURES=1, saves pictures at both widths, light and dark, for a person to look at. */
export async function takePictures(
  page: Page,
  toPath: (file: string) => string,
  name: string,
): Promise<void> {
  if (process.env["PICTURES"] === undefined) return;
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: toPath(`${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desktop);
}
