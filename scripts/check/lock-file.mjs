import { readFileSync } from "node:fs";
import path from "node:path";

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];

/** Refuses a lock file that ties packages to the registry of one machine, wants a newer Node.js than we promise or is incomplete. */
export function checkLockFile(root) {
  return checkLock(readFileSync(path.join(root, "package-lock.json"), "utf8"));
}

export function checkLock(text) {
  const { packages } = JSON.parse(text);
  const missing = Object.keys(missingBuilds(packages)).map(
    (folder) => `${folder} is missing; run npm run lock`,
  );
  const wrong = Object.entries(packages).flatMap(([folder, entry]) => {
    const problems = [];
    if (entry.resolved !== undefined && !entry.link)
      problems.push(`${folder} names a registry; run npm install with our .npmrc`);
    if (folder !== "" && !entry.link && !entry.optional && entry.integrity === undefined)
      problems.push(`${folder} has no integrity hash`);
    if (needsNewerNode(entry.engines?.node))
      problems.push(
        `${folder} ${entry.version} wants Node.js ${entry.engines.node}; pin an older one`,
      );
    return problems;
  });
  return [...missing, ...wrong];
}

/** Returns lock file entries for the optional packages that others name and the lock file lacks: builds for other systems. */
export function missingBuilds(packages) {
  const missing = {};
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isInstalled(packages, folder, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...systemOf(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/** Reads from a name such as `@oxlint/binding-linux-arm-gnueabihf` what system a build is for. */
function systemOf(name) {
  const words = name.split("/").at(-1).split("-");
  const system = {};
  const cpu = PROCESSORS.find((word) => words.includes(word));
  const os = SYSTEMS.find((word) => words.includes(word));
  if (cpu !== undefined) system.cpu = [cpu];
  if (os === "linux" && words.at(-1).startsWith("musl")) system.libc = ["musl"];
  if (os === "linux" && words.at(-1).startsWith("gnu")) system.libc = ["glibc"];
  if (os !== undefined) system.os = [os];
  return system;
}

function isInstalled(packages, folder, name) {
  for (
    let parent = folder;
    ;
    parent = parent.slice(0, Math.max(0, parent.lastIndexOf("node_modules/") - 1))
  ) {
    if (`${parent === "" ? "" : `${parent}/`}node_modules/${name}` in packages) return true;
    if (parent === "") return false;
  }
}

/** Tells whether a range such as `^20.19.0 || >=22.12.0` leaves Node.js 20.19 out. Knows the forms that packages use. */
export function needsNewerNode(range) {
  if (typeof range !== "string") return false;
  return !range.split("||").some((part) => {
    const match = /^\s*(>=|\^|~|>)?\s*v?(\d+)(?:\.(\d+|x))?/.exec(part);
    if (match === null) return true; // "*" and the like
    const [, sign, major, minor] = match;
    const isSameMajor = Number(major) === 20;
    if (isSameMajor) return minor === undefined || minor === "x" || Number(minor) <= 19;
    return Number(major) < 20 && (sign === ">=" || sign === ">");
  });
}
