import type { Message, Run, Visit, WorkspaceId } from "#core/domain";
import type { Stage } from "#core/simulate";
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

/** Tells what happened by what a person sees of it, without an id that playing made. */
const tellAll = ({
  runs,
  visits,
  messages,
}: {
  readonly runs: readonly Run[];
  readonly visits: readonly Visit[];
  readonly messages: readonly Message[];
}) => ({
  messages: messages.map(({ author, text, quickReplies, isNote, delivery, sentAt }) => ({
    by: author.kind,
    text,
    buttons: quickReplies.map(({ label }) => label),
    isNote,
    delivery,
    sentAt,
  })),
  // Which of two runs that began at one moment has the lower id says nothing.
  runs: inOrder(
    runs.map((run) => ({
      workflow: run.workflowId,
      state: run.state,
      outcome: run.outcome,
      problem: run.problem?.code ?? null,
      waitsFor: run.wait?.for ?? null,
      variables: run.variables,
      path: visits
        .filter(({ runId }) => runId === run.id)
        .toSorted((a, b) => a.number - b.number)
        .map(({ stepId, path, enteredAt }) => ({ stepId, path, enteredAt })),
    })),
  ),
});

const inOrder = <Row extends { readonly path: unknown; readonly workflow: string }>(
  rows: readonly Row[],
): readonly Row[] => {
  const key = ({ path, workflow }: Row) => JSON.stringify([path, workflow]);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** What the simulator made of it. */
export const happenedOnStage = ({ world, contactId }: Stage) => {
  const changes = world.happenings.map(({ outcome }) => outcome.changes);
  const lane = world.lane(contactId);
  const newest = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  const deliveries = new Map(
    changes.flatMap((each) => each.deliveries.map((one) => [one.messageId, one.delivery])),
  );
  return {
    ...tellAll({
      runs: newest(changes.flatMap(({ runs }) => runs)),
      visits: newest(changes.flatMap(({ visits }) => visits)),
      messages: changes.flatMap(({ messages }) =>
        messages.map((message) => ({
          ...message,
          delivery: deliveries.get(message.id) ?? message.delivery,
        })),
      ),
    }),
    contact: tellContact(lane.contact),
    conversations: newest(changes.flatMap(({ conversations }) => conversations)).map(
      tellConversation,
    ),
  };
};

const tellContact = ({ email, emailVerification, tags, custom }: ReturnType<typeof toContact>) => ({
  email,
  emailVerification,
  tags,
  custom,
});

const tellConversation = ({
  status,
  priority,
  assigneeId,
  teamId,
  tags,
  rating,
  floor,
}: ReturnType<typeof toConversation>) => ({
  status,
  priority,
  assigneeId,
  teamId,
  tags,
  rating,
  floor: floor.holder,
});

/** What the server stored of it. */
export async function happenedOnServer(store: Store, workspaceId: WorkspaceId) {
  const read = async <Row extends object>(table: string, order: string) =>
    await store.query<Row>({
      text: `select * from ${table} where workspace_id = $1 order by ${order}`,
      values: [workspaceId],
    });
  const [contact] = (await read<ContactRow>("contact", "contact_id")).map(toContact);
  if (contact === undefined) throw new Error("the server has no contact");
  return {
    ...tellAll({
      runs: (await read<RunRow>("run", "started_at, run_id")).map(toRun),
      visits: (await read<VisitRow>("visit", "run_id, number")).map(toVisit),
      messages: (await read<MessageRow>("message", "conversation_id, sequence")).map(toMessage),
    }),
    contact: tellContact(contact),
    conversations: (await read<ConversationRow>("conversation", "opened_at, conversation_id"))
      .map(toConversation)
      .map(tellConversation),
  };
}
