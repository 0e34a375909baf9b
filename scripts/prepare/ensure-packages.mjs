import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { say, stopWith } from "./say.mjs";

/** Installs the packages with `npm ci` unless what is installed is what the lock file says. */
export function ensurePackages(root) {
  const problem = whatIsMissing(
    readPackages(path.join(root, "package-lock.json")),
    readPackages(path.join(root, "node_modules", ".package-lock.json")),
  );
  if (problem === undefined) return;
  if (lstatSync(path.join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    say(`node_modules is a link to another clone's and differs (${problem}); it is used as it is`);
    return;
  }
  say(`Installing packages (${problem})…`);
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional"]; // also with NODE_ENV=production: we build here
  const options = {
    cwd: root,
    stdio: ["ignore", process.stderr, "inherit"],
    env: { ...process.env, npm_config_loglevel: "warn" }, // an outer `npm --silent` must not hide why it fails
  };
  const result = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.status === 0) return;
  stopWith(
    `The packages could not be installed; npm says why above. ` +
      `Without a network, copy the node_modules folder from a machine of the same kind that has one.`,
  );
}

/**
 * Compares the packages of the lock file with those that npm noted as installed.
 * Returns the first difference in words, or `undefined` when there is none.
 */
export function whatIsMissing(wanted, installed) {
  if (wanted === undefined) return undefined;
  if (installed === undefined) return "first time";
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === "") continue;
    const found = installed[folder];
    if (found === undefined && !entry.optional && !entry.devOptional && !entry.peer)
      return `${folder} is missing`;
    if (found !== undefined && found.version !== entry.version) return `${folder} has changed`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined; // absent, or cut off while it was written
  }
}
