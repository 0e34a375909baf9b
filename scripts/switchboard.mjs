/** `npm run switchboard -- COMMAND`: the command line of Switchboard. */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuiltElsewhere } from "./prepare/ensure-built.mjs";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";
import { stopWith } from "./prepare/say.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
ensureBuiltElsewhere(root);
const entry = path.join(root, "build", "server", "cli.js");
if (!existsSync(entry)) stopWith("The command line is not part of this build.");
await import(pathToFileURL(entry).href);
