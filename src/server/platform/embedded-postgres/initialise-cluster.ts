import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { StartError } from "../start-error.ts";
import { type PostgresAccount, commandAs, giveTo } from "./postgres-account.ts";
import { POSTGRES_NAME, preparePasswordFile } from "./postgres-address.ts";
import { type PostgresBinaries, programPath } from "./postgres-binaries.ts";

/**
 * Makes the cluster once. It is made under another name and renamed when complete, so a start that was
 * cut off leaves nothing half made. An existing cluster is only checked and given to the account.
 */
export function initialiseCluster(options: {
  binaries: PostgresBinaries;
  account: PostgresAccount;
  dataDir: string;
  clusterDir: string;
}): void {
  const { binaries, account, dataDir, clusterDir } = options;
  if (existsSync(clusterDir)) {
    checkMajorVersion(clusterDir, binaries);
    giveTo(account, clusterDir);
    return;
  }
  const unfinished = `${clusterDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const passwordFile = preparePasswordFile(dataDir);
  giveTo(account, passwordFile);
  const command = commandAs(account, programPath(binaries, "initdb"), [
    `--pgdata=${unfinished}`,
    `--username=${POSTGRES_NAME}`,
    `--pwfile=${passwordFile}`,
    "--auth-local=trust", // only we can reach the socket
    "--auth-host=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C", // the same order of text on every machine, also after an upgrade of its libraries
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ]);
  const result = spawnSync(command.file, command.args, {
    ...command.options,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new StartError(
      `The embedded PostgreSQL could not be set up in ${dataDir}: ${result.error?.message ?? result.stderr.trim()}`,
    );
  }
  renameSync(unfinished, clusterDir);
}

function checkMajorVersion(clusterDir: string, binaries: PostgresBinaries): void {
  const file = path.join(clusterDir, "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : "none";
  const [wanted] = binaries.version.split(".");
  if (found === wanted) return;
  throw new StartError(
    `${clusterDir} holds data of PostgreSQL ${found}, this Switchboard brings PostgreSQL ${wanted}. ` +
      `See docs/how-to/operate.md for how to move the data.`,
  );
}
