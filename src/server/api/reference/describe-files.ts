import { uploadEndpoint, uploadQuerySchema, uploadedFileSchema } from "#contract";
import { filePermissions } from "../attachments/serve-attachments.ts";
import { visitorFilePath } from "../attachments/visitor-address.ts";
import { describeQuery, refused, toJsonSchema } from "./json-schemas.ts";

const bytes = { "application/octet-stream": {} };
const uuidParam = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string", format: "uuid" },
});

/** Describes where files come in and go out, which are no JSON. */
export function describeFiles(): Record<string, Record<string, unknown>> {
  const upload = {
    parameters: describeQuery(uploadQuerySchema),
    requestBody: { required: true, content: bytes },
    responses: {
      201: {
        description: "Success",
        content: { "application/json": { schema: toJsonSchema(uploadedFileSchema, "output") } },
      },
      ...refused,
    },
  };
  const download = { 200: { description: "The file", content: bytes }, ...refused };
  const summary =
    "Takes in a file of at most 10 MB, to be sent with a message by its id; `id` is made by the sender, the same again changes nothing.";
  return {
    [`/api/v1${uploadEndpoint.path}`]: {
      post: {
        operationId: "uploadAttachment",
        tags: ["attachments"],
        summary,
        description: `Needs the permission \`${filePermissions.upload}\`.`,
        security: [{ login: [] }, { api_key: [] }],
        ...upload,
      },
    },
    [`/api/v1${uploadEndpoint.path}/{attachment_id}`]: {
      get: {
        operationId: "getAttachment",
        tags: ["attachments"],
        summary: "Gets a file of a message, or one that the team has uploaded.",
        description: `Needs the permission \`${filePermissions.read}\`.`,
        security: [{ login: [] }, { api_key: [] }],
        parameters: [uuidParam("attachment_id")],
        responses: download,
      },
    },
    [`/widget/v1${uploadEndpoint.path}`]: {
      post: {
        operationId: "widget_uploadAttachment",
        tags: ["widget"],
        summary,
        security: [{ visitor: [] }],
        ...upload,
      },
    },
    [visitorFilePath.replaceAll(/:(\w+)/g, "{$1}")]: {
      get: {
        operationId: "widget_getAttachment",
        tags: ["widget"],
        summary: "Gets a file by the address that stands in its message, for one to two days.",
        security: [],
        parameters: [
          uuidParam("workspace_id"),
          uuidParam("attachment_id"),
          { name: "until", in: "query", required: true, schema: { type: "integer" } },
          { name: "token", in: "query", required: true, schema: { type: "string" } },
        ],
        responses: download,
      },
    },
  };
}
