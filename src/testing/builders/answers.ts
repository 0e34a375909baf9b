import type { UploadedFile } from "#core/domain";
import type { AnswerContext, Reply } from "#core/engine";
import { builtAt } from "./records.ts";

/** Builds what an answer is read by: English, in Berlin, on Monday, 2 March 2026. */
export const anAnswerContext = (overrides: Partial<AnswerContext> = {}): AnswerContext => ({
  language: "en",
  workspaceLanguage: "en",
  timezone: "Europe/Berlin",
  now: builtAt,
  ...overrides,
});

export const aReply = (text: string, overrides: Partial<Reply> = {}): Reply => ({
  text,
  quickReplyId: null,
  ...overrides,
});

export const anAttachment = (overrides: Partial<UploadedFile> = {}): UploadedFile => ({
  id: "file-1",
  name: "photo.jpg",
  content_type: "image/jpeg",
  bytes: 120_000,
  ...overrides,
});

/** Messages that hold no typed value of any kind, made to break whoever reads them. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ["nothing", ""],
  ["space", " \n\t\u00a0 "],
  ["a NUL", "\u0000"],
  ["a lone high surrogate", "\ud83d"],
  ["a lone low surrogate", "\udc4d"],
  ["marks that show nothing", "\u200b\u200f\u202e\ufeff"],
  ["100 kB of digits", "7".repeat(100_000)],
  ["100 kB of letters", "a".repeat(100_000)],
  ["100 kB of separators", ".,-/ ".repeat(20_000)],
  ["100 kB of brackets", "([{<".repeat(25_000)],
  ["100 kB of at signs", "a@".repeat(50_000)],
  ["a character that grows when it is folded", "\ufdfa".repeat(5_000)],
  ["a stack of accents", `x${"\u0301".repeat(5_000)}`],
  ["a prototype's name", "__proto__"],
  ["a method's name", "constructor toString hasOwnProperty"],
  ["a template", "{{ order_number }}"],
  ["an unfinished template", "{{ {{ {{"],
  ["markup", "<script>alert(document.cookie)</script>"],
  ["a replacement", "$& $' $` $<a>"],
  ["a question", "what do you mean?"],
];
