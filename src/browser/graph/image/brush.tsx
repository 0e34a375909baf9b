import type { Icon } from "@tabler/icons-react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Card } from "../card.ts";
import type { Brush } from "./card-image.ts";
import { readPalette } from "./palette.ts";
import type { Measure } from "./text.ts";

/** Takes up what the page itself is drawn with now: its colours, its font and the icons of these cards. */
export function pageBrush(cards: readonly Card[]): Brush {
  const icons = drawIcons(new Set(cards.map(({ look }) => look.icon)));
  return {
    palette: readPalette(),
    measure: fontMeasure(),
    iconOf: ({ look }) => icons.get(look.icon) ?? "",
  };
}

function fontMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("The browser lends no canvas to measure on");
  return (text, size, weight) => {
    context.font = `${weight} ${size}px system-ui, sans-serif`;
    return context.measureText(text).width;
  };
}

/** Draws each icon once, off the page, and keeps what it is made of. */
function drawIcons(icons: ReadonlySet<Icon>): ReadonlyMap<Icon, string> {
  const place = document.createElement("div");
  const root = createRoot(place);
  const shapes = [...icons];
  flushSync(() =>
    root.render(
      shapes.map((Shape, index) => (
        // The list is drawn once.
        <Shape key={index} />
      )),
    ),
  );
  const writer = new XMLSerializer();
  const drawn = new Map(
    shapes.map((shape, index) => [
      shape,
      [...(place.children[index]?.children ?? [])]
        .map((part) => writer.serializeToString(part))
        .join(""),
    ]),
  );
  root.unmount();
  return drawn;
}
