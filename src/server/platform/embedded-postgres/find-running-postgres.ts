import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { POSTGRES_NAME } from "./postgres-address.ts";
import { readPidFile } from "./postgres-process.ts";
import { isAlive } from "./process-mark.ts";

/**
 * Returns the address of the embedded PostgreSQL that a running Switchboard keeps on this data directory;
 * `undefined` when none runs. For commands that work beside the server instead of instead of it.
 */
export function findRunningPostgres(dataDir: string): string | undefined {
  const [pid, , , port, socketDir, host, , state] = readPidFile(path.join(dataDir, "postgres"));
  if (state !== "ready" || !isAlive(Number(pid))) return undefined;
  if (socketDir !== undefined && socketDir !== "") {
    return `postgresql://${POSTGRES_NAME}@localhost/${POSTGRES_NAME}?host=${encodeURIComponent(socketDir)}`;
  }
  const passwordFile = path.join(dataDir, "postgres.password");
  if (!existsSync(passwordFile)) return undefined;
  const password = readFileSync(passwordFile, "utf8");
  return `postgresql://${POSTGRES_NAME}:${password}@${host}:${port}/${POSTGRES_NAME}`;
}
