import { cardSize } from "../card-size.ts";
import type { Card } from "../card.ts";
import { summaryParts } from "../summary-parts.ts";
import type { ImagePalette } from "./palette.ts";
import { escapeXml, type Measure, type Type, wrap } from "./text.ts";

/** What pictures are painted with. */
export interface Brush {
  readonly palette: ImagePalette;
  readonly measure: Measure;
  /** Inner markup of a card's icon, on a grid of 24; empty where there is none. */
  readonly iconOf: (card: Card) => string;
}

// The measures of graph.css, in pixels.
const head = 48;
const summaryLine = 17.5;
const summaryGap = 10;
const pathRow = 28;
const listPadding = 4;
const tile = 30;
const side = 12;

const types = {
  kind: { size: 11, weight: 400 },
  name: { size: 13, weight: 600 },
  summary: { size: 12.5, weight: 400 },
  path: { size: 12, weight: 400 },
} satisfies Readonly<Record<string, Type>>;

/** A card ready to be painted; the height is that of its texts, in canvas pixels. */
export interface CardImage {
  readonly markup: string;
  readonly height: number;
  /** From the card's upper edge to the middle of a way out; null for one the card does not have. */
  readonly exitOf: (path: string) => number | null;
}

/** Paints one card as the canvas shows it, without what is laid over it. */
export function cardImage(card: Card, { palette, measure, iconOf }: Brush): CardImage {
  const { width } = cardSize;
  const summary = wrap(summaryOf(card), width - 2 * side, 2, types.summary, measure);
  const listTop = head + (summary.length === 0 ? 0 : summary.length * summaryLine + summaryGap);
  const height =
    listTop + (card.paths.length === 0 ? 0 : card.paths.length * pathRow + 2 * listPadding);
  const exits = new Map(
    card.paths.map(({ id }, index) => [id, listTop + listPadding + (index + 0.5) * pathRow]),
  );
  const say = (text: string, x: number, y: number, type: Type, fill: string, more = "") =>
    `<text x="${x}" y="${y}" font-size="${type.size}" font-weight="${type.weight}" fill="${fill}"${more}>${escapeXml(text)}</text>`;
  const oneLine = (text: string, room: number, type: Type) =>
    wrap(text.replaceAll("\n", " "), room, 1, type, measure)[0] ?? "";
  const names = side + tile + 10;
  const room = width - names - side;
  const hasType = card.typeTitle !== card.name;
  const { back, front } = palette.tiles[card.look.hue];
  const markup = [
    `<g class="card" transform="translate(${card.position.x} ${card.position.y})">`,
    `<title>${escapeXml(`${card.typeTitle}: ${card.name}`)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${palette.card}" stroke="${palette.border}"/>`,
    `<rect x="${side}" y="9" width="${tile}" height="${tile}" rx="${card.id === "trigger" ? tile / 2 : 8}" fill="${back}"/>`,
    `<g transform="translate(${side + 6.5} 15.5) scale(${17 / 24})" fill="none" stroke="${front}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${iconOf(card)}</g>`,
    hasType
      ? say(oneLine(card.typeTitle, room, types.kind), names, 20, types.kind, palette.muted)
      : "",
    say(oneLine(card.name, room, types.name), names, hasType ? 36 : 29, types.name, palette.ink),
    ...summary.map((line, index) =>
      say(
        line,
        side,
        head + 13 + index * summaryLine,
        types.summary,
        palette.muted,
        card.isUnfinished ? ' font-style="italic"' : "",
      ),
    ),
    card.paths.length === 0 ? "" : `<path d="M0 ${listTop}H${width}" stroke="${palette.divider}"/>`,
    ...card.paths.map(({ title, id, isWired }) => {
      const middle = exits.get(id) ?? listTop;
      const words = oneLine(title, width - 28, types.path);
      return [
        say(
          words,
          width - 16,
          middle + 4,
          types.path,
          isWired ? palette.ink : palette.muted,
          ' text-anchor="end"',
        ),
        `<circle cx="${width}" cy="${middle}" r="4.5" fill="${isWired ? palette.line : palette.card}" stroke="${palette.line}" stroke-width="2"/>`,
      ].join("");
    }),
    card.id === "trigger"
      ? ""
      : `<rect x="-4.5" y="${cardSize.entry - 9}" width="9" height="18" rx="4" fill="${palette.line}" stroke="${palette.card}" stroke-width="2"/>`,
    "</g>",
  ].join("");
  return { markup, height, exitOf: (path) => exits.get(path) ?? null };
}

const summaryOf = ({ summary, isUnfinished }: Card): string =>
  isUnfinished
    ? summary.replace(/^./, (first) => first.toUpperCase())
    : summaryParts(summary)
        .map(({ text }) => text)
        .join("");
