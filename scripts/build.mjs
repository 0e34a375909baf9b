/** `npm run build [-- --force]`: builds what is out of date into `build/`. */
import path from "node:path";
import { ensureBuilt } from "./prepare/ensure-built.mjs";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
const built = await ensureBuilt(root, { force: process.argv.includes("--force") });
if (built.length === 0) console.log("Everything is up to date");
