import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

/** A server that is there while the tests of one file run. */
export type OwnServer = Pick<RunningServer, "url" | "demoLogin">;

/** Starts a server before the tests of the file that calls this, with data of its own, and stops it after them. */
export function ownServer(name: string): OwnServer {
  let folder: string;
  let server: RunningServer;
  test.beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), `switchboard ${name} `));
    server = await startServer({ dataDir: folder });
  });
  test.afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get url() {
      return server.url;
    },
    demoLogin: () => server.demoLogin(),
  };
}
