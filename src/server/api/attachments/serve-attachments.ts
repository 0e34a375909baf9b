import { uploadEndpoint, uploadQuerySchema } from "#contract";
import { limits, toAttachmentId, toWorkspaceId } from "#core/domain";
import {
  invalidRequest,
  lengthRequired,
  mayAct,
  notAllowed,
  notFound,
  takeUpload,
  tooSlow,
} from "#server/commands";
import { findAttachment } from "#server/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Doors } from "../doors.ts";
import { wrongPlaces } from "../errors.ts";
import { type Permission, isAllowed } from "../permissions.ts";
import { refuseUnstorable } from "../requests/json-body.ts";
import { authenticateCaller } from "../sign-in/authenticate-caller.ts";
import { authenticateVisitor } from "../widget/authenticate-visitor.ts";
import { sendFile } from "./send-file.ts";
import { opensFile, visitorFilePath } from "./visitor-address.ts";

const IDLE_MS = 30_000; // an upload without a byte for so long has been left

/** Who may do what with files, for the reference as well. */
export const filePermissions = {
  upload: "conversations.answer",
  read: "conversations.read",
} as const satisfies Record<string, Permission>;

const fileParamsSchema = z.object({ attachment_id: z.uuid().toLowerCase() });
const visitorFileParamsSchema = fileParamsSchema.extend({ workspace_id: z.uuid().toLowerCase() });
const visitorFileQuerySchema = z.object({
  until: z.coerce.number().int().min(0),
  token: z.string(),
});

/** Opens the addresses where files come in, as a bare body, and go out. */
export function serveAttachments(app: FastifyInstance, doors: Doors): void {
  void app.register(async (scope) => {
    // only here: everywhere else a body that is no JSON is refused
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", (_request, content, done) =>
      done(null, content),
    );
    scope.post(`/api/v1${uploadEndpoint.path}`, async (request, reply) => {
      const caller = await allowedCaller(doors, request, filePermissions.upload);
      return await receive(doors, request, reply, {
        workspaceId: caller.workspaceId,
        contactId: null,
      });
    });
    scope.post(`/widget/v1${uploadEndpoint.path}`, async (request, reply) => {
      doors.limits.take("uploadPerAddress", request.ip);
      const visitor = await authenticateVisitor(doors, request);
      doors.limits.take("uploadPerVisitor", visitor.contactId);
      mayAct(visitor);
      const { workspaceId, contactId, settings } = visitor;
      return await receive(doors, request, reply, {
        workspaceId,
        contactId,
        rules: settings.attachments,
      });
    });
  });
  const { store } = doors.tools;
  app.get(`/api/v1${uploadEndpoint.path}/:attachment_id`, async (request, reply) => {
    const { workspaceId } = await allowedCaller(doors, request, filePermissions.read);
    const { attachment_id } = parse(fileParamsSchema, request.params);
    const file = await findAttachment(store, workspaceId, toAttachmentId(attachment_id));
    // what a contact has uploaded and not sent is theirs alone
    const isTheirs = file?.contactId !== null && file?.messageId === null;
    return await sendFile(store, reply, isTheirs ? undefined : file);
  });
  app.get(visitorFilePath, async (request, reply) => {
    doors.limits.take("widgetPerAddress", request.ip);
    const params = parse(visitorFileParamsSchema, request.params);
    const workspaceId = toWorkspaceId(params.workspace_id);
    const attachmentId = toAttachmentId(params.attachment_id);
    const opener = parse(visitorFileQuerySchema, request.query);
    if (!opensFile(doors, { workspaceId, attachmentId, ...opener })) throw notFound("file");
    return await sendFile(store, reply, await findAttachment(store, workspaceId, attachmentId));
  });
}

/** An address that is not one of ours is no file, whatever is wrong with it. */
function parse<Value>(schema: z.ZodType<Value>, raw: unknown): Value {
  const result = schema.safeParse(raw);
  if (!result.success) throw notFound("file");
  return result.data;
}

async function allowedCaller(doors: Doors, request: FastifyRequest, permission: Permission) {
  const caller = await authenticateCaller(doors, request);
  if (!isAllowed(caller, permission))
    throw notAllowed(
      `This needs the permission ${permission}, which the role ${caller.role} does not have.`,
    );
  return caller;
}

async function receive(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  uploader: Pick<Parameters<typeof takeUpload>[1], "workspaceId" | "contactId" | "rules">,
): Promise<FastifyReply> {
  refuseUnstorable("query", request.query);
  const query = uploadQuerySchema.safeParse(request.query);
  if (!query.success) throw invalidRequest(wrongPlaces("query", query.error));
  const bytes = announcedLength(request);
  // one far too large is not even listened to: the connection ends with the refusal
  if (bytes > limits.files.bytes) void reply.header("connection", "close");
  const file = await takeUpload(
    doors.tools,
    {
      ...uploader,
      attachmentId: toAttachmentId(query.data.id.toLowerCase()),
      name: query.data.name,
      bytes,
    },
    patiently(request),
  );
  return await reply.status(201).send(file);
}

function announcedLength(request: FastifyRequest): number {
  const bytes = Number(request.headers["content-length"]);
  if (request.headers["content-length"] === undefined || !Number.isSafeInteger(bytes))
    throw lengthRequired();
  return bytes;
}

/** Reads a body as it comes, and gives up when nothing does; what is not wanted any more is let go by. */
async function* patiently({ raw }: FastifyRequest): AsyncGenerator<Buffer> {
  const giveUp = () => raw.destroy(tooSlow());
  let timer = setTimeout(giveUp, IDLE_MS);
  try {
    // destroying it with the loop would cut the connection before the refusal is read
    for await (const part of raw.iterator({ destroyOnReturn: false })) {
      clearTimeout(timer);
      if (!Buffer.isBuffer(part)) throw new Error("a request's body comes in buffers");
      yield part;
      timer = setTimeout(giveUp, IDLE_MS);
    }
  } finally {
    clearTimeout(timer);
    raw.resume();
  }
}
