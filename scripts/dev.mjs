/**
 * `npm run dev`: the server, built again whenever a source changes, and started again when the change is its own.
 * Reload the page to see a change of the app or the widget.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./prepare/ensure-built.mjs";
import { ensureNode } from "./prepare/ensure-node.mjs";
import { ensurePackages } from "./prepare/ensure-packages.mjs";
import { say } from "./prepare/say.mjs";

const SETTLE_MS = 150; // editors write a file in several steps

ensureNode();
const root = path.dirname(import.meta.dirname);
ensurePackages(root);
await ensureBuilt(root);

let server = start();
let timer;
let building = Promise.resolve();
watch(path.join(root, "src"), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    building = building.then(rebuild);
  }, SETTLE_MS);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}

async function rebuild() {
  try {
    const built = await ensureBuilt(root);
    if (!built.includes("server")) return;
    await stop();
    server = start();
  } catch (error) {
    say(`Not built: ${error.message}`); // esbuild and Vite have shown where
  }
}

function start() {
  const entry = path.join(root, "build", "server", "main.js");
  return spawn(process.execPath, ["--enable-source-maps", entry], { cwd: root, stdio: "inherit" });
}

async function stop() {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}
