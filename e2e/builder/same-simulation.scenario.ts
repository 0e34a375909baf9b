import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { playSeeds, simulationSeeds } from "../../src/testing/simulations/play-seeds.ts";

/** A bundle for this test alone: the rooms that the builder's simulator is made of, and the drawn simulations. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [
      fileURLToPath(new URL("../../src/testing/simulations/in-browser.ts", import.meta.url)),
    ],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    platform: "browser",
  });
  return outputFiles[0]?.text ?? "";
}

test("a browser plays the drawn simulations as the server is held to play them", async ({
  page,
}) => {
  await page.addScriptTag({ content: await bundle() });
  const played = await page.evaluate(
    (seeds): readonly unknown[] => Reflect.get(globalThis, "playSeeds")(seeds),
    [...simulationSeeds],
  );
  for (const [index, seed] of simulationSeeds.entries()) {
    const [expected] = playSeeds([seed]);
    expect(played[index], `seed ${seed}`).toEqual(JSON.parse(JSON.stringify(expected)));
  }
});
