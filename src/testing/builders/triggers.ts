import type { JsonObject, Occurrence } from "#core/domain";
import type { BoundTrigger, TriggerContext, TriggerType } from "#core/engine";
import { aContact } from "./records.ts";

/** Builds what a detector of the page concluded, as a trigger sees it. */
export const aDetected = (
  triggerType: string,
  url: string,
  evidence: JsonObject = {},
  isFirstSession: boolean | null = true,
): Occurrence => ({
  type: "detection",
  triggerType,
  page: { url, title: "A page", referrer: "" },
  evidence,
  isFirstSession,
});

/** Builds what a trigger may look at besides the occurrence: nothing but the contact. */
export const aTriggerContext = (overrides: Partial<TriggerContext> = {}): TriggerContext => ({
  contact: aContact(),
  conversation: null,
  visitorSession: null,
  ...overrides,
});

/** Binds a trigger's config that must be valid. */
export const bindTrigger = (type: TriggerType, config: JsonObject): BoundTrigger => {
  const bound = type.bind(config);
  if (bound.ok) return bound.trigger;
  throw new Error(
    bound.problems.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
  );
};
