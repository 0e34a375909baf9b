import type { Icon } from "@tabler/icons-react";

/** Colours a card's icon may have; the style sheet gives each a light and a dark pair. */
export const hues = ["petrol", "blue", "violet", "rose", "amber", "green", "slate"] as const;
export type Hue = (typeof hues)[number];

/** How a type is recognised at a glance. */
export interface Look {
  readonly icon: Icon;
  readonly hue: Hue;
}

/** Looks by type name; the editors of steps and triggers bring them. */
export interface Looks {
  readonly steps: ReadonlyMap<string, Look>;
  readonly triggers: ReadonlyMap<string, Look>;
}
