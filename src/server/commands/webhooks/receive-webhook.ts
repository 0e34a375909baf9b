import { createHash } from "node:crypto";
import {
  type Json,
  type JsonObject,
  type WorkflowId,
  type WorkspaceId,
  day,
  graphSchema,
} from "#core/domain";
import { type TriggerNeed, readPayload } from "#core/engine";
import { findLiveGraph, findNamedContact, findToldKey } from "#server/store";
import { invalidRequest, notFound } from "../refusals.ts";
import type { Tools } from "../tools.ts";

const DOOR = "webhook";

/**
 * Takes in what another system posted for a workflow, for the contact that the payload names. The same key again, or within a day
 * the same payload without one, changes nothing.
 * @throws RequestError 404 when no live workflow listens, 422 when the payload names no contact.
 */
export async function receiveWebhook(
  tools: Tools,
  hook: { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId },
  given: { readonly payload: JsonObject; readonly key: string | undefined },
): Promise<void> {
  const need = await findNeed(tools, hook);
  const contactId = await findContact(tools, hook.workspaceId, need, given.payload);
  await tools.accept({
    workspaceId: hook.workspaceId,
    contactId,
    door: DOOR,
    sourceKey: await chooseKey(tools, hook, given),
    body: { type: "webhook_received", workflowId: hook.workflowId, payload: given.payload },
    createsContact: false,
  });
}

type WebhookNeed = Extract<TriggerNeed, { kind: "webhook" }>;

async function findNeed(
  tools: Tools,
  { workspaceId, workflowId }: { workspaceId: WorkspaceId; workflowId: WorkflowId },
): Promise<WebhookNeed> {
  const graph = graphSchema.safeParse(await findLiveGraph(tools.store, workspaceId, workflowId));
  if (!graph.success) throw notFound("live workflow");
  const { type, config } = graph.data.trigger;
  const bound = tools.triggers.get(type)?.bind(config);
  const need = bound?.ok === true ? bound.trigger.need : null;
  if (need?.kind !== "webhook") throw notFound("live workflow");
  return need;
}

async function findContact(
  tools: Tools,
  workspaceId: WorkspaceId,
  { contactBy, contactPath }: WebhookNeed,
  payload: JsonObject,
) {
  const named = toName(readPayload(payload, contactPath));
  const path = `body.${contactPath}`;
  const what = contactBy === "email" ? "e-mail" : "external id";
  if (named === null)
    throw invalidRequest([{ path, message: `must be the contact's ${what}` }], 422);
  const contactId = await findNamedContact(tools.store, workspaceId, contactBy, named);
  if (contactId === undefined)
    throw invalidRequest([{ path, message: `there is no contact with this ${what}` }], 422);
  return contactId;
}

/** External ids are numbers in many systems. */
function toName(value: Json | undefined): string | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" && text.length <= 320 ? text.trim() : null;
}

async function chooseKey(
  tools: Tools,
  { workspaceId, workflowId }: { workspaceId: WorkspaceId; workflowId: WorkflowId },
  { payload, key }: { readonly payload: JsonObject; readonly key: string | undefined },
): Promise<string> {
  if (key !== undefined) return `${workflowId} key ${key}`;
  const hash = createHash("sha256").update(JSON.stringify(payload)).digest("hex");
  const now = tools.clock.now().getTime();
  const today = Math.floor(now / day);
  const toKey = (of: number) => `${workflowId} body ${hash} ${of}`;
  // Told yesterday, less than a day ago: the same again.
  const keys = [toKey(today - 1), toKey(today)];
  const told = await findToldKey(
    tools.store,
    { workspaceId, door: DOOR, keys },
    new Date(now - day),
  );
  return told ?? toKey(today);
}
