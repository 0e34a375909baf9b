/**
 * `npm start`: from a bare clone to a running server with Node.js alone. Installs and builds what is
 * missing, then runs the server in this very process, so that signals and exit codes are its own.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
const { ensureBuilt } = await import("./prepare/ensure-built.mjs");
await ensureBuilt(root);
await import(pathToFileURL(path.join(root, "build", "server", "main.js")).href);
