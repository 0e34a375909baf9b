/**
 * All that the sensor can sense. `widget.js` holds all of it; served for a workspace's key it holds what that workspace has armed only
 * (`scripts/prepare/widget-pieces.mjs`), which is why this stands in a file of its own.
 */
export { detectors } from "#triggers/detectors";
export { sources } from "./signals/sources.ts";
