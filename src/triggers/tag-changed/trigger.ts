import { defineTrigger, filteredBy, fires } from "#core/engine";
import { z } from "zod";

/**
 * Fires when a tag of the contact or the conversation is added or removed.
 *
 * Use it to act on what people and workflows mark. An empty list of tags means any tag. Tags are compared without regard to case.
 *
 * @example { "of": "contact", "change": "added", "tags": ["vip"] }
 */
export const tagChanged = defineTrigger({
  type: "tag_changed",
  title: "Tag changed",
  description: "A tag is added or removed.",
  on: "tag_changed",
  config: z.strictObject({
    of: z.enum(["contact", "conversation", "both"]).default("contact"),
    change: z.enum(["added", "removed", "both"]).default("added"),
    tags: z.array(z.string().trim().min(1, "a tag has a name").max(64)).max(100).default([]),
  }),
  initialConfig: { of: "contact", change: "added", tags: [] },
  example: { of: "contact", change: "added", tags: ["vip"] },
  inputs: ["tag", "change"],
  summary: ({ of, change, tags }) => {
    const which = tags.length === 0 ? "a tag" : tags.map((tag) => `“${tag}”`).join(" or ");
    const how = change === "both" ? "added or removed" : change;
    return `When ${which} is ${how}${of === "both" ? "" : ` on the ${of}`}`;
  },
  matches: (config, { of, tag, change }) => {
    if (config.of !== "both" && config.of !== of) return filteredBy("tag_of", of, config.of);
    if (config.change !== "both" && config.change !== change)
      return filteredBy("change", change, config.change);
    if (config.tags.length > 0 && !config.tags.some((each) => fold(each) === fold(tag)))
      return filteredBy("tag", tag, config.tags);
    return fires({ tag, change });
  },
});

const fold = (tag: string): string => tag.trim().normalize("NFC").toLowerCase();
