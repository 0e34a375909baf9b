import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: ["src/**/*.db.test.ts"],
          // Nothing here measures time: a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["src/**/*.db.test.ts"],
          globalSetup: ["src/testing/database/cluster.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
