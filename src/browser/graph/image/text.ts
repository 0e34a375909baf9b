/** How wide a text is, in canvas pixels, at a size in pixels; in the page's own font. */
export type Measure = (text: string, size: number, weight: number) => number;

/** How a text is set. */
export interface Type {
  readonly size: number;
  readonly weight: number;
}

// XML 1.0 has no way to write these at all, not even escaped.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Writes any text so that XML takes it for text, in elements and in attributes. */
export const escapeXml = (text: string): string =>
  text.replace(unwritable, "").replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Breaks a text into lines no wider than `width`; what does not fit into `most` lines ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  most: number,
  { size, weight }: Type,
  measure: Measure,
): readonly string[] {
  const fits = (line: string) => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let rest = text.replace(/[^\S\n]+/g, " ").trim();
  while (rest !== "" && lines.length < most) {
    const isLast = lines.length === most - 1;
    const end = isLast ? rest.length : rest.search(/\n|$/);
    const line = rest.slice(0, end).replaceAll("\n", " ");
    if (fits(line)) {
      lines.push(line);
      rest = rest.slice(end + 1);
      continue;
    }
    const cut = longest(line, (part) => fits(isLast ? `${part}…` : part));
    const space = line.lastIndexOf(" ", cut);
    const at = !isLast && space > 0 ? space : cut;
    lines.push(isLast ? `${line.slice(0, at).trimEnd()}…` : line.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return lines;
}

/** How many characters of a text fit, at least one; no pair of surrogates is cut in two. */
function longest(text: string, fits: (part: string) => boolean): number {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const isInPair = /[\ud800-\udbff]$/.test(text.slice(0, low));
  return isInPair ? low + (low === 1 ? 1 : -1) : low;
}
