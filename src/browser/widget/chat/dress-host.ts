import type { WidgetConfig } from "../widget-config.ts";
import { readableOn, textOn } from "../launcher/colours.ts";

/** The surfaces of chat-theme.css. */
const surfaces = { light: "#ffffff", dark: "#1c1c1b" };

/**
 * Gives the widget's element what the chat needs beside the workspace's colour and corner: the page's direction, readable texts on and in
 * the accent colour, and light or dark, which it follows. Answers how to stop.
 */
export const dressHost = (
  host: HTMLElement,
  { accent_color, color_scheme }: WidgetConfig["theme"],
): (() => void) => {
  const { body, documentElement } = document;
  host.dir = getComputedStyle(body ?? documentElement).direction;
  for (const [name, value] of [
    ["on-accent", textOn(accent_color)],
    ["accent-on-light", readableOn(accent_color, surfaces.light, "#000000")],
    ["accent-on-dark", readableOn(accent_color, surfaces.dark, "#ffffff")],
  ] as const)
    host.style.setProperty(`--${name}`, value);
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    host.toggleAttribute(
      "data-dark",
      color_scheme === "dark" || (color_scheme === "auto" && prefersDark.matches),
    );
  };
  follow();
  prefersDark.addEventListener("change", follow);
  return () => prefersDark.removeEventListener("change", follow);
};
