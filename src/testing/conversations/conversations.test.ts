import { playStory, pretendActions } from "#core/simulate";
import { actionCatalogue } from "#integrations";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const actions = new Map([...actionCatalogue, ...pretendActions]);
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".txt"));

/** `npm run conversations -- --update` writes what is played into the files; read the difference before keeping it. */
it.each(files)("%s is played as it is told", async (file) => {
  const place = path.join(import.meta.dirname, file);
  await expect(
    playStory(readFileSync(place, "utf8"), stepCatalogue, triggerCatalogue, { actions }),
  ).toMatchFileSnapshot(place);
});
