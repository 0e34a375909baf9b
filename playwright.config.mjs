import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/test/find-chromium.mjs";

const launchOptions = await findChromium(import.meta.dirname);

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.scenario.ts",
  outputDir: "build/test-results/e2e",
  workers: 1, // two cores, and the server under test needs one
  timeout: 120_000,
  expect: { timeout: 15_000 }, // two cores run server, database and two browsers
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: { launchOptions, trace: "retain-on-failure", screenshot: "only-on-failure" },
});
