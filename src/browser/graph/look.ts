import type { Hue } from "#browser/ui";
import type { Icon } from "@tabler/icons-react";

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
