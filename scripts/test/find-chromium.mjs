import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { say, stopWith } from "../prepare/say.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// The one from npm is built for a machine without a screen card, and has no sandbox of its own.
const BUNDLED_FLAGS = [
  "--no-sandbox",
  "--no-zygote",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--font-render-hinting=none",
];

/**
 * Finds a Chromium for the browser tests: the one `CHROMIUM_PATH` names, one of the system, the one that came
 * as an npm package, and last, as root on Debian, one freshly installed.
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 */
export async function findChromium(root) {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return system(named);
  const installed = INSTALLED.find((file) => existsSync(file) && starts(file));
  if (installed !== undefined) return system(installed);
  const bundled = await unpackBundled(path.join(root, "build", "chromium"));
  if (bundled !== undefined) return { executablePath: bundled, args: BUNDLED_FLAGS };
  if (process.getuid?.() === 0 && installWithApt()) return system("/usr/bin/chromium");
  return stopWith(
    "The browser tests found no Chromium that starts here. Install one, or name one with CHROMIUM_PATH.",
  );
}

function system(executablePath) {
  return { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] };
}

async function unpackBundled(folder) {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder; // it unpacks into the temporary folder, where other accounts could get in the way
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    for (let attempt = 0; attempt < 2; attempt += 1) {
      mkdirSync(folder, { recursive: true });
      const executable = await chromium.executablePath();
      if (starts(executable)) return executable;
      rmSync(folder, { recursive: true, force: true }); // perhaps cut off while it was unpacked
    }
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function installWithApt() {
  say("Installing Chromium with apt-get…");
  const run = (...args) =>
    spawnSync("apt-get", args, { stdio: ["ignore", process.stderr, "inherit"] }).status === 0;
  return run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", "chromium");
}

function starts(executable) {
  return (
    spawnSync(executable, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 })
      .status === 0
  );
}
