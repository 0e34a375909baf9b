import type { Graph, Step } from "#core/domain";
import type { StepCatalogue } from "#core/engine";
import type { Clipping } from "../commands/clipboard/clipping.ts";
import type { CardSize } from "../document/card.ts";

type Position = Step["position"];
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const margin = 30;
const snap = (value: number) => Math.round(value / 10) * 10;

/** Where the upper left corner of a clipping goes so that its middle is at `middle`, or as little below as no card or note is covered. */
export function pasteAround(
  graph: Graph,
  clipping: Clipping,
  middle: Position,
  catalogue: StepCatalogue,
  size: CardSize,
): Position {
  const boxesOf = ({ steps, notes }: Pick<Graph, "steps" | "notes">): readonly Box[] => [
    ...steps.map(({ type, config, position }) => {
      const paths = catalogue.get(type)?.sketch(config).outputPaths.length ?? 0;
      return toBox(position, size.width, size.heightOf(paths));
    }),
    ...notes.map(({ position, width, height }) => toBox(position, width, height)),
  ];
  const all = boxesOf(clipping);
  if (all.length === 0) return middle;
  const width =
    Math.max(...all.map(({ right }) => right)) - Math.min(...all.map(({ left }) => left));
  const height =
    Math.max(...all.map(({ bottom }) => bottom)) - Math.min(...all.map(({ top }) => top));
  const left = middle.x - width / 2;
  let top = middle.y - height / 2;
  const standing = [
    toBox(graph.trigger_position, size.width, size.heightOf(1)),
    ...boxesOf(graph),
  ].toSorted((one, other) => one.top - other.top);
  for (const box of standing) {
    const isBeside = box.right + margin <= left || box.left >= left + width + margin;
    const isAbove = box.bottom + margin <= top;
    if (!isBeside && !isAbove && box.top < top + height + margin) top = box.bottom + margin;
  }
  return { x: snap(left), y: snap(top) };
}

const toBox = ({ x, y }: Position, width: number, height: number): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});
