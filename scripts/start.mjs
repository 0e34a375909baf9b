/**
 * `npm start`: from a bare clone to a running server with Node.js alone. Installs and builds what is
 * missing, then runs the server in this very process, so that signals and exit codes are its own.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { endWithNpm } from "./prepare/end-with-npm.mjs";
import { ensureBuiltElsewhere } from "./prepare/ensure-built.mjs";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
ensureBuiltElsewhere(root);
endWithNpm();
await import(pathToFileURL(path.join(root, "build", "server", "main.js")).href);
