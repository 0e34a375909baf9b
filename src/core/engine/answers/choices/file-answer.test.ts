import { limits, type UploadedFile } from "#core/domain";
import { aReply, anAttachment, hostileTexts } from "#testing/builders";
import { expect, it } from "vitest";
import { type FileKind, fileKinds, parseFileAnswer } from "./file-answer.ts";

const parse = (
  files: readonly Partial<UploadedFile>[],
  config: { min?: number; max?: number; kinds?: readonly FileKind[] } = {},
) =>
  parseFileAnswer(
    { min: 1, max: 1, kinds: [], ...config },
    aReply("here", {
      attachments: files.map((file, index) => anAttachment({ id: `file-${index}`, ...file })),
    }),
  );
const of = (content_type: string) => [{ content_type }];
const three = [{}, {}, {}];

it.each([
  ["any file", [{}], {}],
  ["a file of one byte", [{ bytes: 1 }], {}],
  ["the largest file", [{ bytes: limits.files.bytes }], {}],
  ["as many as asked for", three, { min: 3, max: 3 }],
  ["the fewest", [{}], { min: 1, max: 5 }],
  ["the most", [...three, {}, {}], { max: 5 }],
  ["one file sent twice", [{ id: "a" }, { id: "a" }], {}],
  ["a photo", of("image/jpeg"), { kinds: ["image"] }],
  ["a picture of any format", of("image/heic"), { kinds: ["image"] }],
  ["shouted types", of("IMAGE/PNG"), { kinds: ["image"] }],
  ["a type with parameters", of("text/plain; charset=utf-8"), { kinds: ["document"] }],
  ["a PDF", of("application/pdf"), { kinds: ["pdf"] }],
  ["a PDF as a document", of("application/pdf"), { kinds: ["document"] }],
  ["a letter", of("application/msword"), { kinds: ["document"] }],
  ["a table", of("text/csv"), { kinds: ["spreadsheet"] }],
  ["a recording", of("audio/mpeg"), { kinds: ["audio"] }],
  ["a film", of("video/mp4"), { kinds: ["video"] }],
  ["an archive", of("application/zip"), { kinds: ["archive"] }],
  ["either of two kinds", of("video/mp4"), { kinds: ["image", "video"] }],
  ["an unknown type where all are allowed", of("application/x-thing"), {}],
  ["an empty type where all are allowed", of(""), {}],
] as const)("takes %s", (_name, files, config) => {
  expect(parse(files, config).valid).toBe(true);
});

it.each([
  ["no file", [], {}, "no_file"],
  ["too many", three, { max: 2 }, "too_many_files"],
  ["too few", [{}], { min: 2, max: 5 }, "too_few_files"],
  ["one file twice for two", [{ id: "a" }, { id: "a" }], { min: 2, max: 2 }, "too_few_files"],
  ["one byte too much", [{ bytes: limits.files.bytes + 1 }], {}, "file_too_large"],
  ["endless", [{ bytes: Infinity }], {}, "file_too_large"],
  ["no number of bytes", [{ bytes: Number.NaN }], {}, "file_too_large"],
  ["nothing in it", [{ bytes: 0 }], {}, "file_empty"],
  ["less than nothing", [{ bytes: -1 }], {}, "file_empty"],
  ["one large among small", [{}, { bytes: 1e9 }], { max: 2 }, "file_too_large"],
  ["a film for a photo", of("video/mp4"), { kinds: ["image"] }, "wrong_kind_of_file"],
  ["a program", of("application/x-msdownload"), { kinds: ["document"] }, "wrong_kind_of_file"],
  ["a page for a document", of("text/html"), { kinds: ["document"] }, "wrong_kind_of_file"],
  ["an empty type", of(""), { kinds: [...fileKinds] }, "wrong_kind_of_file"],
  ["a type that only begins alike", of("imagex/png"), { kinds: ["image"] }, "wrong_kind_of_file"],
  ["a prototype's name", of("__proto__"), { kinds: [...fileKinds] }, "wrong_kind_of_file"],
  ["a template", of("{{ image/png }}"), { kinds: ["image"] }, "wrong_kind_of_file"],
  [
    "one wrong among right",
    [...of("image/png"), ...of("text/html")],
    { max: 2, kinds: ["image"] },
    "wrong_kind_of_file",
  ],
] as const)("refuses %s", (_name, files, config, reason) => {
  expect(parse(files, config)).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds no file in %s", (_name, text) => {
  expect(parseFileAnswer({ min: 1, max: 1, kinds: [] }, aReply(text))).toEqual({
    valid: false,
    reason: "no_file",
  });
});

it.each([
  ["photo.jpg", "photo.jpg"],
  ["  photo.jpg ", "photo.jpg"],
  ["a\u0000b.jpg", "ab.jpg"],
  ["\ud83d.jpg", "\ufffd.jpg"],
  ["../../etc/passwd", "../../etc/passwd"],
  ["{{ x }}.jpg", "{{ x }}.jpg"],
  ["", ""],
  ["x".repeat(100_000), "x".repeat(255)],
])("keeps the name %j so that it can be stored", (name, stored) => {
  expect(parse([{ name }])).toEqual({
    valid: true,
    value: [{ id: "file-0", name: stored, content_type: "image/jpeg", bytes: 120_000 }],
  });
});
