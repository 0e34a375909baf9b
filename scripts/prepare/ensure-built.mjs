import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say, stopWith } from "./say.mjs";
import { targets } from "./build-targets.mjs";

/** Builds every target whose inputs have changed since it was built last. Returns the names of those built. */
export async function ensureBuilt(root, { force = false } = {}) {
  const stale = force ? targets.filter((target) => hasEntry(root, target)) : staleTargets(root);
  for (const target of stale) {
    const startedAt = performance.now();
    const inputs = fingerprint(root, target.inputs); // before building: a change made meanwhile counts for the next time
    const folder = path.join(root, "build", target.name);
    mkdirSync(folder, { recursive: true });
    await target.build(root, folder);
    writeFileSync(stampFile(root, target), inputs);
    say(`Built ${target.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return stale.map((target) => target.name);
}

/** Does the same in a process of its own, so that the builders' memory and helpers end with it. Exits when it fails. */
export function ensureBuiltElsewhere(root) {
  if (staleTargets(root).length === 0) return;
  const build = path.join(root, "scripts", "build.mjs");
  const { status } = spawnSync(process.execPath, [build], {
    cwd: root,
    stdio: ["ignore", process.stderr, "inherit"],
  });
  if (status !== 0) stopWith("The build failed; what is wrong stands above.");
}

function staleTargets(root) {
  return targets.filter((target) => hasEntry(root, target) && !isFresh(root, target));
}

function hasEntry(root, target) {
  return existsSync(path.join(root, target.entry));
}

/** Hashes names and contents of all files below the given paths, but tests. */
export function fingerprint(root, inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) addTo(hash, root, input);
  return hash.digest("hex");
}

function addTo(hash, root, relative) {
  const full = path.join(root, relative);
  const status = statSync(full, { throwIfNoEntry: false });
  if (status === undefined || /\.test\.tsx?$/.test(relative)) return;
  if (status.isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addTo(hash, root, `${relative}/${name}`);
  } else {
    hash.update(`${relative}\0`).update(readFileSync(full)).update("\0");
  }
}

function isFresh(root, target) {
  const stamp = stampFile(root, target);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(root, target.inputs);
}

function stampFile(root, target) {
  return path.join(root, "build", `${target.name}.inputs`); // outside of the folder, which Vite empties
}
