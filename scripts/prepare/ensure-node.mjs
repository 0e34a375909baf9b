import { stopWith } from "./say.mjs";

const OLDEST = [20, 19];

/** Tells whether a version such as `20.19.0` is new enough for Switchboard. */
export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Stops with a clear message on a Node.js that is too old. */
export function ensureNode() {
  if (isNewEnough(process.versions.node)) return;
  stopWith(
    `Switchboard needs Node.js ${OLDEST.join(".")} or newer; this is ${process.versions.node}. ` +
      `Install a newer one (24 is best) and run the command again.`,
  );
}
