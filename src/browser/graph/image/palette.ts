import type { Hue } from "#browser/ui";

/** The colours of a picture, each as #rrggbb: what opens it may not know newer ways to write one. */
export interface ImagePalette {
  readonly ground: string;
  readonly card: string;
  readonly border: string;
  readonly divider: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly note: string;
  readonly noteBorder: string;
  readonly noteInk: string;
  readonly tiles: Readonly<Record<Hue, { readonly back: string; readonly front: string }>>;
}

/** Reads the colours off the page as it is shown now, light or dark; throws when the browser lends no canvas. */
export function readPalette(): ImagePalette {
  const probe = document.createElement("span");
  probe.className = "ui-tile graph-tones";
  probe.hidden = true;
  document.body.append(probe);
  const toHex = hexReader();
  const colour = (css: string) => {
    probe.style.color = css;
    return toHex(getComputedStyle(probe).color);
  };
  const tile = (hue: Hue) => {
    probe.style.color = "";
    probe.dataset["hue"] = hue;
    const { backgroundColor, color } = getComputedStyle(probe);
    return { back: toHex(backgroundColor), front: toHex(color) };
  };
  try {
    return {
      ground: colour("var(--surface-sunken)"),
      card: colour("var(--surface-page)"),
      border: colour("var(--line)"),
      divider: colour("var(--line-soft)"),
      ink: colour("var(--ink)"),
      muted: colour("var(--ink-muted)"),
      line: colour("var(--graph-line)"),
      note: colour("var(--surface-note)"),
      noteBorder: colour("color-mix(in srgb, var(--ink-note) 22%, var(--surface-note))"),
      noteInk: colour("var(--ink-note)"),
      tiles: {
        petrol: tile("petrol"),
        blue: tile("blue"),
        violet: tile("violet"),
        rose: tile("rose"),
        amber: tile("amber"),
        green: tile("green"),
        slate: tile("slate"),
      },
    };
  } finally {
    probe.remove();
  }
}

/** Turns any colour of CSS into #rrggbb by painting it. */
function hexReader(): (css: string) => string {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("The browser lends no canvas to paint on");
  return (css) => {
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
}
