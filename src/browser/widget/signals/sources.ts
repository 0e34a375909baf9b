import type { SourceName } from "#triggers/detectors";
import { activity } from "./activity.ts";
import { forms } from "./forms/forms.ts";
import { gestures } from "./gestures/gestures.ts";
import { leaving } from "./leaving.ts";
import { scrolling } from "./scrolling.ts";
import { shop } from "./shop.ts";
import type { Source } from "./source.ts";

/** By name; a trigger that needs one that is not there stays silent. */
export const sources: Readonly<Partial<Record<SourceName, Source>>> = {
  activity,
  forms,
  gestures,
  leaving,
  scrolling,
  shop,
};
