import { readFileSync } from "node:fs";
import path from "node:path";

/** Refuses a lock file that ties packages to the registry of one machine, or wants a newer Node.js than we promise. */
export function checkLockFile(root) {
  return checkLock(readFileSync(path.join(root, "package-lock.json"), "utf8"));
}

export function checkLock(text) {
  const { packages } = JSON.parse(text);
  return Object.entries(packages).flatMap(([folder, entry]) => {
    const problems = [];
    if (entry.resolved !== undefined && !entry.link)
      problems.push(`${folder} names a registry; run npm install with our .npmrc`);
    if (folder !== "" && !entry.link && entry.integrity === undefined)
      problems.push(`${folder} has no integrity hash`);
    if (needsNewerNode(entry.engines?.node))
      problems.push(
        `${folder} ${entry.version} wants Node.js ${entry.engines.node}; pin an older one`,
      );
    return problems;
  });
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
