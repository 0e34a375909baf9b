import { pageBrush } from "./brush.tsx";
import { pngScale, toPng } from "./to-png.ts";
import { type Pictured, toSvg } from "./to-svg.ts";

export type ImageKind = "svg" | "png";

/** A picture as a file. */
export interface DrawnImage {
  readonly blob: Blob;
  /** Its pixels for each pixel of the canvas; below 2 when a graph is too large to be painted sharply. Null for SVG, which has none. */
  readonly scale: number | null;
}

/** Draws a whole graph in the colours of the page, in this browser; fails when the browser cannot paint one so large. */
export async function drawImage(kind: ImageKind, pictured: Pictured): Promise<DrawnImage> {
  const picture = toSvg(pictured, pageBrush(pictured.cards));
  return kind === "svg"
    ? { blob: new Blob([picture.svg], { type: "image/svg+xml" }), scale: null }
    : { blob: await toPng(picture), scale: pngScale(picture) };
}
