/**
 * `npm run lock`: completes package-lock.json after `npm install`. Where the registry at hand lacks the
 * builds of a package for other systems, npm leaves them out of the lock file and then refuses that very file
 * (`npm ci`: "Missing … from lock file"). They are written in here, to be fetched only on the systems they are for.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { missingBuilds } from "./check/lock-file.mjs";

const file = path.join(import.meta.dirname, "..", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = missingBuilds(lock.packages);
Object.assign(lock.packages, added);
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${Object.keys(added).length} builds for other systems to package-lock.json`);
