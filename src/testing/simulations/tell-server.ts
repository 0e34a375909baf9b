import type { WorkspaceId } from "#core/domain";
import {
  type ContactRow,
  type ConversationRow,
  type MessageRow,
  type RunRow,
  type Store,
  toContact,
  toConversation,
  toMessage,
  toRun,
  toVisit,
  type VisitRow,
} from "#server/store";
import { tellSimulation } from "./tell-simulation.ts";

/** Tells what the server stored of it. */
export async function tellServer(store: Store, workspaceId: WorkspaceId) {
  const read = async <Row extends object>(table: string, order: string) =>
    await store.query<Row>({
      text: `select * from ${table} where workspace_id = $1 order by ${order}`,
      values: [workspaceId],
    });
  const [contact] = (await read<ContactRow>("contact", "contact_id")).map(toContact);
  if (contact === undefined) throw new Error("the server has no contact");
  const conversations = await read<ConversationRow>("conversation", "opened_at, conversation_id");
  return tellSimulation({
    runs: (await read<RunRow>("run", "started_at, run_id")).map(toRun),
    visits: (await read<VisitRow>("visit", "run_id, number")).map(toVisit),
    messages: (await read<MessageRow>("message", "conversation_id, sequence")).map(toMessage),
    contact,
    conversations: conversations.map(toConversation),
  });
}
