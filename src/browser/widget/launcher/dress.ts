import type { WidgetConfig } from "../widget-config.ts";
import { textOn } from "./colours.ts";

/** Gives the widget's element the workspace's colours and corner and the page's direction, and follows a change of light and dark. Answers how to stop. */
export const dress = (
  element: HTMLElement,
  { accent_color, color_scheme, side, offset_x, offset_y }: WidgetConfig["theme"],
  page: Window,
): (() => void) => {
  const { body, documentElement } = page.document;
  element.dir = page.getComputedStyle(body ?? documentElement).direction;
  element.dataset["side"] = side;
  for (const [name, value] of [
    ["accent", accent_color],
    ["on-accent", textOn(accent_color)],
    ["x", `${offset_x}px`],
    ["y", `${offset_y}px`],
  ] as const)
    element.style.setProperty(`--${name}`, value);
  const prefersDark = page.matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    element.toggleAttribute(
      "data-dark",
      color_scheme === "dark" || (color_scheme === "auto" && prefersDark.matches),
    );
  };
  follow();
  prefersDark.addEventListener("change", follow);
  return () => prefersDark.removeEventListener("change", follow);
};
