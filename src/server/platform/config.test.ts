import path from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { StartError } from "./start-error.ts";

test("starts on loopback port 4800 with data in ./data when nothing is set", () => {
  expect(readConfig({})).toMatchObject({
    port: 4800,
    host: "127.0.0.1",
    dataDir: path.resolve("data"),
    databaseUrl: undefined,
    environment: "development",
    isDemo: true,
  });
});

test("takes an empty variable as not set", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "", SECRET_KEY: "" })).toMatchObject({
    port: 4800,
    databaseUrl: undefined,
  });
});

test("names every wrong variable at once", () => {
  const read = () =>
    readConfig({
      PORT: "70000",
      DATABASE_URL: "mysql://x",
      SECRET_KEY: "short",
      LOG_LEVEL: "loud",
    });
  expect(read).toThrow(StartError);
  for (const name of ["PORT", "DATABASE_URL", "SECRET_KEY", "LOG_LEVEL"])
    expect(read).toThrow(name);
});

test("never repeats a secret in its message", () => {
  expect(() => readConfig({ SECRET_KEY: "hunter2" })).not.toThrow("hunter2");
});

test("has a demo in production only when asked for", () => {
  expect(readConfig({ NODE_ENV: "production" }).isDemo).toBe(false);
  expect(readConfig({ NODE_ENV: "production", SWITCHBOARD_DEMO: "true" }).isDemo).toBe(true);
  expect(readConfig({ SWITCHBOARD_DEMO: "off" }).isDemo).toBe(false);
});

test("drops the slash at the end of the public address", () => {
  expect(readConfig({ PUBLIC_URL: "https://help.example.com/" }).publicUrl).toBe(
    "https://help.example.com",
  );
});

test("refuses a public address that no browser opens", () => {
  expect(() => readConfig({ PUBLIC_URL: "ftp://help.example.com" })).toThrow("PUBLIC_URL");
});

test("finds the built assets beside package.json", () => {
  expect(readConfig({}).assetsDir).toBe(path.resolve("build"));
});
