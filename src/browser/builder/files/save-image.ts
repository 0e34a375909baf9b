import { type Card, drawImage, type ImageKind } from "#browser/graph";
import { notifyDone, notifyFailed } from "#browser/ui";
import type { Graph } from "#core/domain";
import { saveFile, toFileName } from "./save-file.ts";

/** Below it the small texts of a picture are hard to read. */
const readable = 1;

/** Draws the whole workflow as a picture and hands it to the browser to keep; says when it is a coarse one, or none. */
export async function saveImage(
  kind: ImageKind,
  name: string,
  graph: Graph,
  cards: readonly Card[],
): Promise<void> {
  try {
    const { blob, scale } = await drawImage(kind, {
      title: name,
      cards,
      lines: graph.edges,
      notes: graph.notes,
    });
    saveFile(`${toFileName(name)}.${kind}`, blob);
    if (scale !== null && scale < readable)
      notifyDone(
        `The workflow is large, so the picture is drawn at ${Math.max(1, Math.round(scale * 100))} %. As SVG it stays sharp.`,
      );
  } catch {
    notifyFailed(
      "The picture was not drawn",
      kind === "png"
        ? "The browser cannot paint one so large. Save the picture as SVG."
        : "The browser lends the page nothing to draw with. Try another browser.",
    );
  }
}
