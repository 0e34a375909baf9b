import type { Graph, GraphNote } from "#core/domain";
import { Position } from "@xyflow/react";
import { cardSize } from "../card-size.ts";
import type { Card } from "../card.ts";
import { linePath } from "../line-path.ts";
import { type Brush, type CardImage, cardImage } from "./card-image.ts";
import { escapeXml, wrap } from "./text.ts";

/** What a picture shows. */
export interface Pictured {
  readonly title: string;
  readonly cards: readonly Card[];
  readonly lines: Graph["edges"];
  readonly notes: readonly GraphNote[];
}

/** A picture in SVG; width and height in canvas pixels. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Room around everything: lines that lead back reach 26 pixels beyond the cards. */
const margin = 48;
const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/** Paints a whole graph, not only what is in view. Every text of it stands there as mere text. */
export function toSvg({ title, cards, lines, notes }: Pictured, brush: Brush): SvgPicture {
  const { palette } = brush;
  const images = new Map(cards.map((card) => [card.id, { card, image: cardImage(card, brush) }]));
  const boxes = [
    ...[...images.values()].map(({ card, image }) => ({
      ...card.position,
      right: card.position.x + cardSize.width,
      bottom: card.position.y + image.height,
    })),
    ...notes.map(({ position, width, height }) => ({
      ...position,
      right: position.x + width,
      bottom: position.y + height,
    })),
  ];
  const left = least(boxes.map(({ x }) => x)) - margin;
  const top = least(boxes.map(({ y }) => y)) - margin;
  const width = Math.ceil(-least(boxes.map(({ right }) => -right)) + margin - left);
  const height = Math.ceil(-least(boxes.map(({ bottom }) => -bottom)) + margin - top);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="${fonts}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<defs><marker id="head" viewBox="-10 -10 20 20" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M-5 -4L0 0L-5 4Z" fill="${palette.line}" stroke="${palette.line}" stroke-linejoin="round"/></marker></defs>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...notes.map((note) => noteImage(note, brush)),
    ...lines.map((line) => lineImage(images.get(line.from), images.get(line.to), line.path, brush)),
    ...[...images.values()].map(({ image }) => image.markup),
    "</svg>",
  ].join("\n");
  return { svg, width, height };
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);

interface Drawn {
  readonly card: Card;
  readonly image: CardImage;
}

function lineImage(
  from: Drawn | undefined,
  to: Drawn | undefined,
  path: string,
  { palette }: Brush,
): string {
  const exit = from?.image.exitOf(path);
  // The canvas shows no line from a way out that its card has no more, either.
  if (from === undefined || to === undefined || exit === null || exit === undefined) return "";
  const [way] = linePath({
    sourceX: from.card.position.x + cardSize.width,
    sourceY: from.card.position.y + exit,
    sourcePosition: Position.Right,
    targetX: to.card.position.x - 5,
    targetY: to.card.position.y + cardSize.entry,
    targetPosition: Position.Left,
  });
  return `<path class="line" d="${way}" fill="none" stroke="${palette.line}" stroke-width="1.75" marker-end="url(#head)"/>`;
}

const noteType = { size: 13, weight: 400 };
const noteLine = 18.85;

function noteImage({ text, position, width, height }: GraphNote, brush: Brush): string {
  const { palette, measure } = brush;
  const most = Math.max(1, Math.floor((height - 20) / noteLine));
  const lines = wrap(text, width - 24, most, noteType, measure);
  return [
    `<g class="note" transform="translate(${position.x} ${position.y})">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${palette.note}" stroke="${palette.noteBorder}"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="12" y="${24 + index * noteLine}" font-size="${noteType.size}" fill="${palette.noteInk}">${escapeXml(line)}</text>`,
    ),
    "</g>",
  ].join("");
}
