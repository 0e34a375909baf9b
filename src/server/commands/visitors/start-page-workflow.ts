import { type JsonObject, graphSchema, toVisitorSessionId, toWorkflowId } from "#core/domain";
import type { Accepted } from "#server/accept";
import { findLiveGraph } from "#server/store";
import { z } from "zod";
import { acceptAndWait } from "../accept-and-wait.ts";
import { notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { ownVisitorSession } from "./own-visitor-session.ts";
import type { Visitor } from "./visitor.ts";

const fromPageSchema = z.object({ from_page: z.literal(true) });

/**
 * Starts a workflow that the page asks for; its inputs are whatever the page says.
 * @throws RequestError 404 for anything but a live workflow that "may be started from the page": a page learns nothing of others.
 * @throws RequestError 409 `start_refused` when it does not start now.
 */
export async function startPageWorkflow(
  tools: Tools,
  visitor: Visitor,
  start: {
    readonly id: string;
    readonly visitor_session_id: string;
    readonly workflow_id: string;
    readonly inputs: JsonObject;
  },
): Promise<Accepted> {
  const { workspaceId, contactId } = visitor;
  await ownVisitorSession(
    tools,
    visitor,
    toVisitorSessionId(start.visitor_session_id.toLowerCase()),
  );
  const workflowId = toWorkflowId(start.workflow_id.toLowerCase());
  const graph = graphSchema.safeParse(await findLiveGraph(tools.store, workspaceId, workflowId));
  if (
    !graph.success ||
    graph.data.trigger.type !== "manual" ||
    !fromPageSchema.safeParse(graph.data.trigger.config).success
  )
    throw notFound("workflow that may be started from the page");
  return await acceptAndWait(
    tools,
    {
      workspaceId,
      contactId,
      door: "widget",
      sourceKey: `start ${contactId} ${start.id.toLowerCase()}`,
      body: {
        type: "workflow_requested",
        workflowId,
        conversationId: null,
        inputs: start.inputs,
        byMemberId: null,
        isFromPage: true,
        endsHolder: false,
      },
      createsContact: false,
    },
    "start_refused",
  );
}
