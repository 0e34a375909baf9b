import type { JsonObject, Page } from "#core/domain";
import { matchesUrlPattern } from "#core/page";
import { z } from "zod";

/** The pages a trigger is about, as a URL pattern of SPEC 2; empty for all. */
export const urlPatternSchema = z
  .string()
  .trim()
  .max(500, "a URL pattern has at most 500 characters")
  .default("");

/** The pages a behavioural trigger is about: those whose address has this text in it; empty for all. */
export const urlContainsSchema = z
  .string()
  .trim()
  .max(500, "this text has at most 500 characters")
  .default("");

export const fitsPattern = ({ url_pattern }: { url_pattern: string }, url: string): boolean =>
  url_pattern === "" || matchesUrlPattern(url_pattern, url);

export const containsPart = ({ url_contains }: { url_contains: string }, url: string): boolean =>
  url.includes(url_contains);

/** What every trigger of the page tells its run. */
export const pageInputs = ["page_url", "page_title"] as const;

export const toPageInputs = ({ url, title }: Page): JsonObject => ({
  page_url: url,
  page_title: title,
});

/** Ends a summary: on which pages. */
export const onPages = (part: string): string => (part === "" ? "" : ` on ${part}`);
