import { cardSize } from "#browser/graph";
import { notifyDone, notifyFailed } from "#browser/ui";
import type { Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { cutSelection } from "../commands/clipboard/cut-selection.ts";
import { type ParsedClipping, parseClipping } from "../commands/clipboard/parse-clipping.ts";
import { pasteClipping, whyNotPasted } from "../commands/clipboard/paste-clipping.ts";
import type { PastePlace } from "../commands/clipboard/paste-place.ts";
import { formatClipping, toClipping } from "../commands/clipboard/to-clipping.ts";
import { freshIds } from "../document/fresh-ids.ts";
import type { Selection } from "../document/selection.ts";
import type { Builder } from "../use-builder.ts";
import { placeAround, sizeOfClipping } from "./place-around.ts";
import { useCanvasMiddle } from "./use-canvas-middle.ts";

const cutCommand = cutSelection(stepCatalogue);

/**
 * Copy, cut and paste by the system's own clipboard, so that they reach other windows and workspaces: wherever no text is edited
 * and no text is marked, the keys and the browser's menu mean what is selected on the canvas.
 */
export function useClipboard(builder: Builder, isShown: boolean): void {
  const { screenToFlowPosition } = useReactFlow();
  const middle = useCanvasMiddle();
  const pointer = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const current = useRef(builder);
  useEffect(() => {
    current.current = builder;
  }, [builder]);
  useEffect(() => {
    if (!isShown) return;
    const copy = (event: ClipboardEvent) => {
      const { graph, selection, perform } = current.current;
      const clipping = meansCanvas(event) ? toClipping(graph, selection) : null;
      if (clipping === null || event.clipboardData === null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", formatClipping(clipping));
      if (event.type === "cut") perform(cutCommand);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isForCanvas(event.target) || event.clipboardData === null) return;
      event.preventDefault();
      const spot = {
        pointer: pointer.current === null ? null : screenToFlowPosition(pointer.current),
        middle: middle() ?? { x: 0, y: 0 },
      };
      void read(event.clipboardData.getData("text/plain")).then((parsed) => {
        if (parsed.ok) put(current.current, parsed, spot);
        else notifyFailed("Nothing was pasted", parsed.problem.message);
      });
    };
    const follow = (event: PointerEvent) => {
      const isOver =
        event.target instanceof Element &&
        event.target.closest(".react-flow__pane, .react-flow__node, .react-flow__edge") !== null;
      pointer.current = isOver ? { x: event.clientX, y: event.clientY } : null;
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("paste", paste);
    document.addEventListener("pointermove", follow, { passive: true });
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("paste", paste);
      document.removeEventListener("pointermove", follow);
    };
  }, [isShown, screenToFlowPosition, middle]);
}

/** Reads JSON of a canvas or, when it is not that, the text of a workflow file; that reader is large, so it comes when needed. */
async function read(text: string): Promise<ParsedClipping> {
  const parsed = parseClipping(text);
  if (parsed.ok || parsed.problem.code !== "not_ours" || !looksLikeFile(text)) return parsed;
  const { parseFileClipping } = await import("../commands/clipboard/parse-file-clipping.ts");
  return parseFileClipping(text, { steps: stepCatalogue, triggers: triggerCatalogue });
}

const looksLikeFile = (text: string) => /^\s*(#.*\n\s*)*switchboard\s*:/.test(text);

/** Where a paste was asked for: at the pointer while that is over the canvas, else around the middle of what is seen. */
interface Spot {
  readonly pointer: Step["position"] | null;
  readonly middle: Step["position"];
}

/** Puts a clipping where the pointer is, or into the one line that is selected. */
function put(
  { graph, selection, perform }: Builder,
  { clipping, from }: Extract<ParsedClipping, { ok: true }>,
  { pointer, middle }: Spot,
): void {
  const refusal = whyNotPasted(graph, clipping);
  if (refusal !== null) {
    notifyFailed("Nothing was pasted", refusal);
    return;
  }
  const line = onlyLine(selection);
  const size = sizeOfClipping(clipping, stepCatalogue, cardSize);
  const position = pointer ?? placeAround(graph, size, middle, stepCatalogue, cardSize);
  const place: PastePlace =
    line !== null && clipping.steps.length > 0
      ? { kind: "into_line", line, position }
      : { kind: "at", position };
  perform(pasteClipping(clipping, place, { ids: freshIds, catalogue: stepCatalogue }));
  if (from === "workflow") notifyDone("All steps of that workflow were pasted");
}

function onlyLine({ cards, edges, notes }: Selection): string | null {
  const [line, ...others] = edges;
  return line !== undefined && others.length + cards.length + notes.length === 0 ? line : null;
}

/** Whether a copy means the canvas: no text is edited, none is marked. */
const meansCanvas = (event: ClipboardEvent): boolean =>
  isForCanvas(event.target) && document.getSelection()?.isCollapsed !== false;

/** Not where text is edited, nor in a dialog or menu over the canvas. */
function isForCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return (
    target.closest(
      "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=dialog], [role=menu]",
    ) === null
  );
}
