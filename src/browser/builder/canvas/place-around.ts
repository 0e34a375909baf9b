import type { Graph, GraphNote, Step } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import type { Clipping } from "../commands/clipboard/clipping.ts";
import type { CardSize } from "../document/card.ts";

type Position = Step["position"];
type Size = Pick<GraphNote, "width" | "height">;
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const margin = 30;
const snap = (value: number) => Math.round(value / 10) * 10;

/** Where the upper left corner of something goes so that its middle is at `middle`, or as little below as no card or note is covered. */
export function placeAround(
  graph: Graph,
  { width, height }: Size,
  middle: Position,
  catalogue: StepCatalogue,
  size: CardSize,
): Position {
  const left = middle.x - width / 2;
  let top = middle.y - height / 2;
  const standing = [
    toBox(graph.trigger_position, size.width, size.heightOf(1)),
    ...boxesOf(graph, catalogue, size),
  ].toSorted((one, other) => one.top - other.top);
  for (const box of standing) {
    const isBeside = box.right + margin <= left || box.left >= left + width + margin;
    const isAbove = box.bottom + margin <= top;
    if (!isBeside && !isAbove && box.top < top + height + margin) top = box.bottom + margin;
  }
  return { x: snap(left), y: snap(top) };
}

/** How much of the canvas a clipping takes. */
export function sizeOfClipping(clipping: Clipping, catalogue: StepCatalogue, size: CardSize): Size {
  const boxes = boxesOf(clipping, catalogue, size);
  if (boxes.length === 0) return { width: 0, height: 0 };
  return {
    width:
      Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
    height:
      Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
  };
}

const boxesOf = (
  { steps, notes }: Pick<Graph, "steps" | "notes">,
  catalogue: StepCatalogue,
  size: CardSize,
): readonly Box[] => [
  ...steps.map(({ type, config, position }) => {
    const paths = catalogue.get(type)?.sketch(config).outputPaths.length ?? 0;
    return toBox(position, size.width, size.heightOf(paths));
  }),
  ...notes.map(({ position, width, height }) => toBox(position, width, height)),
];

const toBox = ({ x, y }: Position, width: number, height: number): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});
