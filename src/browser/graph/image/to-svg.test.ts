import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { IconBolt } from "@tabler/icons-react";
import { describe, expect, it } from "vitest";
import type { Card } from "../card.ts";
import type { Brush } from "./card-image.ts";
import type { ImagePalette } from "./palette.ts";
import { pngScale } from "./to-png.ts";
import { toSvg } from "./to-svg.ts";

const shade = { back: "#eeeeee", front: "#222222" };
const palette: ImagePalette = {
  ground: "#f7f7f4",
  card: "#ffffff",
  border: "#dcdcd7",
  divider: "#eaeae6",
  ink: "#1f1f1d",
  muted: "#65655f",
  line: "#a9a9a2",
  note: "#fdf4d8",
  noteBorder: "#dddddd",
  noteInk: "#6f4f00",
  tiles: {
    petrol: shade,
    blue: shade,
    violet: shade,
    rose: shade,
    amber: shade,
    green: shade,
    slate: shade,
  },
};
const brush: Brush = {
  palette,
  measure: (text, size) => text.length * size * 0.5,
  iconOf: () => '<path d="M1 1L2 2"/>',
};
const aCard = (id: string, over: Partial<Card> = {}): Card => ({
  id: id === "trigger" ? id : toStepId(id),
  typeTitle: "Send message",
  name: `Name of ${id}`,
  summary: `Says ${id}`,
  isUnfinished: false,
  look: { icon: IconBolt, hue: "blue" },
  position: { x: 0, y: 0 },
  paths: [{ id: "next", title: `After ${id}`, isRequired: true, isWired: true, takenCount: 0 }],
  findings: [],
  visits: null,
  mark: null,
  isAside: false,
  ...over,
});
const aNote = (text: string): Graph["notes"][number] => ({
  id: "n1",
  text,
  position: { x: -500, y: -300 },
  width: 200,
  height: 80,
});
const draw = (
  cards: readonly Card[],
  lines: Graph["edges"] = [],
  notes: readonly Graph["notes"][number][] = [],
) => toSvg({ title: "Greeting", cards, lines, notes }, brush);

/** Throws unless every element is closed in order and every sign of markup in a text is escaped. */
function readMarkup(svg: string): { readonly tags: readonly string[]; readonly texts: string } {
  const tags: string[] = [];
  const open: string[] = [];
  const texts = svg.replace(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/gi,
    (_whole, closes: string, name: string, _attributes, isAlone: string) => {
      if (closes === "/") expect(open.pop()).toBe(name);
      else {
        tags.push(name);
        if (isAlone === "") open.push(name);
      }
      return "\n";
    },
  );
  expect(open).toEqual([]);
  expect(texts).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
  return { tags, texts };
}

describe("the picture of a workflow", () => {
  const cards = [
    aCard("trigger"),
    aCard("hello", { position: { x: 400, y: 0 } }),
    aCard("bye", { position: { x: 800, y: 200 }, paths: [] }),
  ];
  const lines: Graph["edges"] = [
    { from: "trigger", path: "next", to: toStepId("hello") },
    { from: toStepId("hello"), path: "next", to: toStepId("bye") },
  ];

  it("has every card, way out, line and note in it", () => {
    const { svg } = draw(cards, lines, [aNote("Mind the gap")]);
    const { texts } = readMarkup(svg);
    for (const id of ["trigger", "hello", "bye"]) {
      expect(texts).toContain(`Name of ${id}`);
      expect(texts).toContain(`Says ${id}`);
    }
    expect(texts).toContain("After hello");
    expect(texts).toContain("Mind the gap");
    expect(svg.match(/class="card"/g)).toHaveLength(3);
    expect(svg.match(/class="line"/g)).toHaveLength(2);
    expect(svg.match(/class="note"/g)).toHaveLength(1);
  });

  it("reaches as far as what stands furthest out", () => {
    const { svg, width, height } = draw(cards, lines, [aNote("")]);
    expect(svg).toContain(`viewBox="-548 -348 ${width} ${height}"`);
    expect(width).toBe(500 + 800 + 264 + 2 * 48);
  });

  it("takes markup in texts for text", () => {
    const evil = '</text><script>alert(1)</script>&"\u0000\ud800';
    const { svg } = toSvg(
      {
        title: evil,
        cards: [
          aCard("x", {
            name: evil,
            typeTitle: evil.toUpperCase(),
            summary: evil,
            paths: [{ id: "p", title: evil, isRequired: false, isWired: false, takenCount: 0 }],
          }),
        ],
        lines: [],
        notes: [aNote(evil)],
      },
      brush,
    );
    const { tags } = readMarkup(svg);
    expect(tags).not.toContain("script");
    // oxlint-disable-next-line no-control-regex
    expect(svg).not.toMatch(/\u0000|\p{Surrogate}/u);
  });

  it("gives a summary two lines and says by a sign that there is more", () => {
    const { svg } = draw([aCard("x", { summary: "many words ".repeat(40), paths: [] })]);
    const shown = svg.match(/font-size="12.5"[^>]*>[^<]*/g) ?? [];
    expect(shown).toHaveLength(2);
    expect(shown[0]).not.toContain("…");
    expect(shown[1]).toMatch(/…$/);
  });

  it("is painted at twice the size, and smaller when browsers could not", () => {
    expect(pngScale({ width: 1000, height: 800 })).toBe(2);
    const [width, height] = [60_000, 20_000];
    const scale = pngScale({ width, height });
    expect(scale * width).toBeLessThanOrEqual(16_000);
    expect(scale * width * scale * height).toBeLessThanOrEqual(60_000_001);
  });
});
