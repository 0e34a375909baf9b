import { createHash } from "node:crypto";
import type {
  Call,
  CallId,
  CallOutcome,
  CallRequest,
  ContactId,
  ConversationId,
  Json,
  Problem,
  RunId,
  VisitId,
  WorkspaceId,
} from "#core/domain";
import { type SqlMoment, fromMoment } from "../moments.ts";

/** A call as it stands in the outbox. */
export interface CallRow {
  readonly workspace_id: WorkspaceId;
  readonly call_id: CallId;
  readonly position: number;
  readonly key: string;
  readonly contact_id: ContactId;
  readonly conversation_id: ConversationId | null;
  readonly run_id: RunId | null;
  readonly visit_id: VisitId | null;
  readonly kind: CallRequest["kind"];
  readonly integration: string;
  readonly request: CallRequest;
  readonly is_repeatable: boolean;
  readonly timeout_seconds: number;
  readonly state: CallState;
  readonly attempt: number;
  readonly retry_count: number;
  readonly next_attempt_at: SqlMoment;
  readonly started_at: SqlMoment | null;
  readonly amount_counted_on: Date | null;
  readonly problem: Problem | null;
  readonly outcome: CallOutcome | null;
  readonly created_at: SqlMoment;
}

export type CallState = "pending" | "started" | "done" | "failed" | "unknown";

const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 120; // SPEC 3: no call is waited for longer

/** The row of a call that nobody has made yet. */
export const fromCall = (workspaceId: WorkspaceId, call: Call) => ({
  workspace_id: workspaceId,
  call_id: call.id,
  key: call.key,
  contact_id: call.contactId,
  conversation_id: call.conversationId,
  run_id: call.runId,
  visit_id: call.visitId,
  kind: call.request.kind,
  integration: integrationOf(call.request),
  request: call.request,
  request_hash: hashRequest(call.request),
  is_repeatable: call.isRepeatable,
  is_resent: call.isResent ?? false,
  timeout_seconds: Math.min(Math.max(call.timeoutSeconds, SHORTEST_SECONDS), LONGEST_SECONDS),
  next_attempt_at: fromMoment(call.createdAt),
  created_at: fromMoment(call.createdAt),
});

/** Whose machine a call is for: `shopify`, `model`, `channel:email`, `mail`. */
export function integrationOf(request: CallRequest): string {
  if (request.kind === "message") return `channel:${request.channel}`;
  if (request.kind !== "action") return request.kind;
  const [integration] = request.action.split(".");
  return integration ?? request.action;
}

/** Limits are ours and never sent: they may change between two attempts under one key. */
function hashRequest(request: CallRequest): string {
  const sent = request.kind === "action" ? { ...request, limits: null } : request;
  return createHash("sha256")
    .update(JSON.stringify(sent, (_key, value: Json) => sortKeys(value)))
    .digest("hex");
}

const sortKeys = (value: Json): Json =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
