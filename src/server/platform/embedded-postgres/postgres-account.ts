import { type SpawnOptions, spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import { StartError } from "../start-error.ts";
import { type PostgresBinaries, copyPostgresBinaries, programPath } from "./postgres-binaries.ts";

/** Which account PostgreSQL runs under, and how it is started so. */
export interface PostgresAccount {
  /** Who must own its folders; `undefined` = we do already. */
  owner: { uid: number; gid: number } | undefined;
  /** Words that come before the program in its command line. */
  prefix: string[];
}

const OURSELVES: PostgresAccount = { owner: undefined, prefix: [] };
// A user namespace without a mapping: still root's files, but no root privilege, which is all that PostgreSQL asks.
const UNSHARED: PostgresAccount = { owner: { uid: 0, gid: 0 }, prefix: ["unshare", "--user"] };

/**
 * Chooses the account: ourselves, except that PostgreSQL refuses root. As root it is the account that owns the
 * cluster already, else `nobody`; when that one cannot reach the programs they are copied, and when it cannot
 * reach the data (a clone in root's home) a user namespace without privileges is used instead.
 * @throws StartError when root has no such way.
 */
export function choosePostgresAccount(
  clusterDir: string,
  dataDir: string,
  binaries: PostgresBinaries,
): { account: PostgresAccount; binaries: PostgresBinaries } {
  if (process.getuid?.() !== 0) {
    refuseForeignCluster(clusterDir);
    return { account: OURSELVES, binaries };
  }
  const current = lstatSync(clusterDir, { throwIfNoEntry: false });
  const owner =
    current !== undefined && current.uid !== 0 ? { uid: current.uid, gid: current.gid } : nobody();
  const account = { owner, prefix: [] };
  if (owner !== undefined && canReach(account, dataDir)) {
    if (canRun(account, binaries)) return { account, binaries };
    const copy = copyPostgresBinaries(binaries, dataDir);
    if (canRun(account, copy)) return { account, binaries: copy };
  }
  if (canRun(UNSHARED, binaries)) return { account: UNSHARED, binaries };
  throw new StartError(
    `PostgreSQL does not run as root, and no other account can reach ${dataDir}. Set DATA_DIR to a folder outside ` +
      `of root's home, start Switchboard from an ordinary account, or set DATABASE_URL.`,
  );
}

/** Returns how to spawn a program under the account. */
export function commandAs(
  account: PostgresAccount,
  program: string,
  args: string[],
): { file: string; args: string[]; options: SpawnOptions } {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  const identity = account.prefix.length === 0 && account.owner !== undefined ? account.owner : {};
  // the account may not be allowed into our working directory
  return { file, args: rest, options: { ...identity, cwd: path.parse(program).root } };
}

/** Gives a folder and all in it to the account. */
export function giveTo(account: PostgresAccount, folder: string): void {
  if (account.owner === undefined) return;
  const { uid, gid } = account.owner;
  const top = lstatSync(folder);
  if (top.uid === uid && top.gid === gid) return;
  const inside = top.isDirectory()
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  for (const entry of inside) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chownSync(file, uid, gid);
  }
  chownSync(folder, uid, gid); // last: its owner says that the whole was given
}

function refuseForeignCluster(clusterDir: string): void {
  const current = lstatSync(clusterDir, { throwIfNoEntry: false });
  if (current === undefined || process.getuid === undefined || current.uid === process.getuid())
    return;
  throw new StartError(
    `${clusterDir} belongs to another account (uid ${current.uid}). Start Switchboard from that account or root, ` +
      `or choose another folder with DATA_DIR.`,
  );
}

function canRun(account: PostgresAccount, binaries: PostgresBinaries): boolean {
  const { file, args, options } = commandAs(account, programPath(binaries, "postgres"), [
    "--version",
  ]);
  return spawnSync(file, args, { ...options, stdio: "ignore" }).status === 0;
}

function canReach(account: PostgresAccount, folder: string): boolean {
  const { file, args, options } = commandAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]);
  return spawnSync(file, args, { ...options, stdio: "ignore" }).status === 0;
}

function nobody(): { uid: number; gid: number } | undefined {
  const ask = (option: string) =>
    Number.parseInt(spawnSync("id", [option, "nobody"], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [ask("-u"), ask("-g")];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}
