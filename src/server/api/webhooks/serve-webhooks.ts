import { jsonSchema, toWorkflowId, toWorkspaceId } from "#core/domain";
import { invalidRequest, notFound, receiveWebhook } from "#server/commands";
import { isSameToken } from "#server/platform";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Doors } from "../doors.ts";
import { idempotencyKey } from "../requests/idempotency-key.ts";
import { refuseUnstorable } from "../requests/json-body.ts";

const paramsSchema = z.object({
  workspace_id: z.uuid().toLowerCase(),
  workflow_id: z.uuid().toLowerCase(),
  token: z.string(),
});
const payloadSchema = z.record(z.string(), jsonSchema);

/** Opens the addresses of Incoming webhook triggers; the token in the address is all a caller needs. */
export function serveWebhooks(app: FastifyInstance, doors: Doors): void {
  app.post("/hooks/v1/:workspace_id/:workflow_id/:token", async (request, reply) => {
    doors.limits.take("hookPerAddress", request.ip);
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) throw notFound("address");
    const workspaceId = toWorkspaceId(params.data.workspace_id);
    const workflowId = toWorkflowId(params.data.workflow_id);
    // before anything is looked up: a guess learns nothing about what is there
    if (!isSameToken(params.data.token, doors.webhookToken(workspaceId, workflowId)))
      throw notFound("address");
    doors.limits.take("hookPerWorkflow", workflowId);
    refuseUnstorable("body", request.body);
    const payload = payloadSchema.safeParse(request.body);
    if (!payload.success)
      throw invalidRequest([{ path: "body", message: "must be a JSON object" }], 422);
    await receiveWebhook(
      doors.tools,
      { workspaceId, workflowId },
      { payload: payload.data, key: idempotencyKey(request) },
    );
    return await reply.status(202).send({ state: "accepted" });
  });
}
