import { isTimezone, type Json } from "#core/domain";
import { applyFilter, type Locality, safeLanguage } from "./apply-filter.ts";
import { escapeLinkTarget, escapeMarkdown } from "./escape-markdown.ts";
import { parseTemplate, type Slot } from "./parse-template.ts";
import { sayMoment } from "./say-moment.ts";
import { toText } from "./to-text.ts";

/**
 * Fills in a template. Values are data: never parsed as templates again, and escaped for Markdown when that is where they land.
 * A missing value without a `default` renders as nothing and is reported to `noteMissing`. Total: a text that cannot be parsed is shown as it stands.
 */
export const renderTemplate = (
  text: string,
  target: "markdown" | "plain",
  lookUp: (path: string) => Json | undefined,
  locality: Locality,
  noteMissing: (path: string) => void,
): string => {
  if (!text.includes("{{")) return text;
  const parsed = parseTemplate(text);
  if (!parsed.ok) return text;
  let rendered = "";
  for (const piece of parsed.template) {
    if (typeof piece === "string") {
      rendered += piece;
      continue;
    }
    let value = lookUp(piece.path);
    const isMissing = value === undefined || value === null;
    if (isMissing && !piece.filters.some(({ name }) => name === "default")) noteMissing(piece.path);
    if (piece.path === nextOpening) value = sayNextOpening(value, piece, locality);
    for (const filter of piece.filters)
      value = applyFilter(filter.name, filter.argument, value, locality);
    const written = toText(value);
    rendered +=
      target === "plain"
        ? written
        : piece.isLinkTarget
          ? escapeLinkTarget(written)
          : escapeMarkdown(written);
  }
  return rendered;
};

const nextOpening = "schedule.next_open";

/** The next opening is said as people say it, unless a filter wants the moment itself. */
const sayNextOpening = (
  value: Json | undefined,
  { filters }: Slot,
  { now, contactTimezone, timezone, language }: Locality,
): Json | undefined => {
  if (typeof value !== "string" || now === undefined) return value;
  if (filters.some(({ name }) => name === "date" || name === "json")) return value;
  return sayMoment(Date.parse(value), now, {
    language: safeLanguage(language),
    timezone: [contactTimezone ?? "", timezone].find(isTimezone) ?? "UTC",
  });
};
