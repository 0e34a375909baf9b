import type { SourceName } from "#triggers/detectors";
import { activity } from "./activity.ts";
import { gestures } from "./gestures/gestures.ts";
import { scrolling } from "./scrolling.ts";
import type { Source } from "./source.ts";
import { shopHints } from "./shop-hints.ts";

/** By name; a trigger that needs one that is not there stays silent. */
export const sources: Readonly<Partial<Record<SourceName, Source>>> = {
  activity,
  gestures,
  scrolling,
  shop: shopHints,
};
