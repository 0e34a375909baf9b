import type { Icon } from "@tabler/icons-react";

/** Colours a tile may have; the style sheet gives each a light and a dark one. */
export type Hue = "petrol" | "blue" | "violet" | "rose" | "amber" | "green" | "slate";

/** Icon on a tinted tile: how a kind of thing is recognised at a glance. */
export const IconTile = ({
  icon: Shape,
  hue,
  size = 30,
  isRound = false,
}: {
  icon: Icon;
  hue: Hue;
  size?: number;
  isRound?: boolean;
}) => (
  <span
    className="ui-tile"
    data-hue={hue}
    style={{ width: size, height: size, borderRadius: isRound ? "50%" : 8 }}
    aria-hidden
  >
    <Shape size={Math.round(size * 0.57)} stroke={1.9} />
  </span>
);
