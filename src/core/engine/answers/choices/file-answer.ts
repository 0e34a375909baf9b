import { type Json, type UploadedFile, fileKinds, limits } from "#core/domain";
import { type Answer, invalid, type Reply, valid } from "../answer.ts";
import { toStorable } from "../scanned-text.ts";

export { fileKinds };
export type FileKind = (typeof fileKinds)[number];

interface FileAnswer {
  readonly min: number;
  readonly max: number;
  /** Empty: every kind. */
  readonly kinds: readonly FileKind[];
}

const longestName = 255;

/** Content types by kind; one that ends in `/` stands for all that begin so. */
const contentTypes: Readonly<Record<FileKind, readonly string[]>> = {
  image: ["image/"],
  audio: ["audio/"],
  video: ["video/"],
  pdf: ["application/pdf"],
  document: [
    "application/pdf",
    "text/plain",
    "text/markdown",
    "application/rtf",
    "text/rtf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
  ],
  spreadsheet: [
    "text/csv",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
  ],
  archive: [
    "application/zip",
    "application/gzip",
    "application/x-7z-compressed",
    "application/x-tar",
  ],
};

/** Takes the files of a message when their number, kinds and sizes are allowed. The content type was judged by content before. */
export const parseFileAnswer = ({ min, max, kinds }: FileAnswer, reply: Reply): Answer => {
  const files = distinct(reply.attachments ?? []);
  if (files.length === 0) return invalid("no_file");
  if (files.length > max) return invalid("too_many_files");
  if (files.some(({ bytes }) => !(bytes <= limits.files.bytes))) return invalid("file_too_large");
  if (files.some(({ bytes }) => !(bytes > 0))) return invalid("file_empty");
  if (files.some(({ content_type }) => !isOfKind(content_type, kinds)))
    return invalid("wrong_kind_of_file");
  return files.length < min ? invalid("too_few_files") : valid(files.map(toValue));
};

const distinct = (files: readonly UploadedFile[]): readonly UploadedFile[] => [
  ...new Map(files.map((file) => [file.id, file])).values(),
];

/** Whether a content type is of one of the kinds; of none named, every type is. */
export const isOfKind = (content_type: string, kinds: readonly FileKind[]): boolean => {
  if (kinds.length === 0) return true;
  const [type = ""] = content_type.toLowerCase().split(";");
  return kinds.some((kind) =>
    contentTypes[kind].some((allowed) =>
      allowed.endsWith("/") ? type.trim().startsWith(allowed) : type.trim() === allowed,
    ),
  );
};

const toValue = ({ id, name, content_type, bytes }: UploadedFile): Json => ({
  id,
  name: toStorable(name.slice(0, longestName)),
  content_type,
  bytes,
});
