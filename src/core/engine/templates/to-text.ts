import type { Json } from "#core/domain";

/** Writes a value as plain text: lists with commas, records as JSON. */
export const toText = (value: Json | undefined): string => {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(toText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** Replaces halves of broken characters, on which URL encoding would throw. */
export const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
