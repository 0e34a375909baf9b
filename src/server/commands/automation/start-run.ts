import {
  type ContactId,
  type ConversationId,
  type JsonObject,
  type WorkflowId,
  toContactId,
  toConversationId,
} from "#core/domain";
import type { Accepted } from "#server/accept";
import { newUuid } from "#server/platform";
import { findContact, findDraft } from "#server/store";
import { acceptAndWait } from "../accept-and-wait.ts";
import { getConversation } from "../conversations/conversation-verb.ts";
import { conflict, notFound } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

/**
 * Starts a workflow for one contact.
 * @throws RequestError 409 `start_refused` naming the holder of the floor, or why it cannot start.
 */
export async function startRun(
  tools: Tools,
  caller: Caller,
  workflowId: WorkflowId,
  start: {
    readonly conversation_id?: string | undefined;
    readonly contact_id?: string | undefined;
    readonly inputs: JsonObject;
    readonly ends_holder: boolean;
    /** The Idempotency-Key of the request. */
    readonly sourceKey: string | undefined;
  },
): Promise<Accepted> {
  const draft = await findDraft(tools.store, caller.workspaceId, workflowId);
  if (draft === undefined) throw notFound("workflow");
  if (draft.live_version_id === null)
    throw conflict("start_refused", "This workflow is not published.");
  const { contactId, conversationId } = await findTarget(tools, caller, start);
  return await acceptAndWait(
    tools,
    {
      workspaceId: caller.workspaceId,
      contactId,
      door: "team",
      sourceKey: start.sourceKey === undefined ? newUuid() : `${caller.key} ${start.sourceKey}`,
      body: {
        type: "workflow_requested",
        workflowId,
        conversationId,
        inputs: start.inputs,
        byMemberId: caller.memberId,
        endsHolder: start.ends_holder,
      },
      createsContact: false,
    },
    "start_refused",
  );
}

async function findTarget(
  tools: Tools,
  caller: Caller,
  start: {
    readonly conversation_id?: string | undefined;
    readonly contact_id?: string | undefined;
  },
): Promise<{ contactId: ContactId; conversationId: ConversationId | null }> {
  if (start.conversation_id !== undefined) {
    const conversationId = toConversationId(start.conversation_id.toLowerCase());
    const { conversation } = await getConversation(tools, { caller, conversationId });
    return { contactId: conversation.contactId, conversationId };
  }
  const contact = await findContact(
    tools.store,
    caller.workspaceId,
    toContactId((start.contact_id ?? "").toLowerCase()),
  );
  if (contact === undefined) throw notFound("contact");
  return { contactId: contact.id, conversationId: null };
}
