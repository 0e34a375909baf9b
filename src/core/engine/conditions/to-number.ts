import type { Json } from "#core/domain";

const plain = /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Reads a value as a number whatever its spelling (`7`, `"7.0"`, `"1,200.50"`); null when it is none. */
export const toNumber = (value: Json | undefined): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || value.length > 40) return null;
  const text = value.trim();
  if (!plain.test(text) && !grouped.test(text)) return null;
  const number = Number(text.replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
};
