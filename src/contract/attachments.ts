import { limits } from "#core/domain";
import { z } from "zod";

/** The words of a message; empty when it has files. */
export const wordsSchema = z
  .string()
  .trim()
  .max(limits.messageCharacters, `a message has at most ${limits.messageCharacters} characters`);

/** Files uploaded before by the same sender, each in one message only. */
export const attachmentIdsSchema = z
  .array(z.uuid())
  .max(limits.attachments, `a message has at most ${limits.attachments} files`)
  .optional();

/** A message says something or brings something. */
export const saysSomething = [
  ({ text, attachment_ids }: { text: string; attachment_ids?: string[] | undefined }) =>
    text !== "" || (attachment_ids ?? []).length > 0,
  { path: ["text"], message: "write something" },
] satisfies Parameters<
  z.ZodType<{ text: string; attachment_ids?: string[] | undefined }>["refine"]
>;

/** `id` is made by the sender: the same id again is the same file. */
export const uploadQuerySchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1, "a file has a name").max(1_000),
});

/** A file that can be sent with a message; `content_type` was judged by its content. */
export const uploadedFileSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  content_type: z.string(),
  bytes: z.int(),
});
export type UploadedFileBody = z.infer<typeof uploadedFileSchema>;

/**
 * Where files go up, under /api/v1 and /widget/v1 alike: the body is the file itself, as application/octet-stream with its
 * Content-Length.
 */
export const uploadEndpoint = {
  method: "POST",
  path: "/attachments",
  query: uploadQuerySchema,
  answer: uploadedFileSchema,
} as const;
