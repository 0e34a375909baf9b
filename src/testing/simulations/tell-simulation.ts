import type { Contact, Conversation, Message, Run, Visit } from "#core/domain";
import type { Stage } from "#core/simulate";

/** What happened, as rows of any maker. */
interface Happened {
  readonly runs: readonly Run[];
  readonly visits: readonly Visit[];
  readonly messages: readonly Message[];
  readonly contact: Contact;
  readonly conversations: readonly Conversation[];
}

/** Tells what happened by what a person sees of it, without an id that playing made. */
export const tellSimulation = ({ runs, visits, messages, contact, conversations }: Happened) => ({
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
  contact: {
    email: contact.email,
    emailVerification: contact.emailVerification,
    tags: contact.tags,
    custom: contact.custom,
  },
  conversations: conversations.map(
    ({ status, priority, assigneeId, teamId, tags, rating, floor }) => ({
      status,
      priority,
      assigneeId,
      teamId,
      tags,
      rating,
      floor: floor.holder,
    }),
  ),
});

const inOrder = <Row extends { readonly path: unknown; readonly workflow: string }>(
  rows: readonly Row[],
): readonly Row[] => {
  const key = ({ path, workflow }: Row) => JSON.stringify([path, workflow]);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Tells what the simulator made of it. */
export const tellStage = ({ world, contactId }: Stage) => {
  const changes = world.happenings.map(({ outcome }) => outcome.changes);
  const newest = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  const deliveries = new Map(
    changes.flatMap((each) => each.deliveries.map((one) => [one.messageId, one.delivery])),
  );
  return tellSimulation({
    runs: newest(changes.flatMap(({ runs }) => runs)),
    visits: newest(changes.flatMap(({ visits }) => visits)),
    messages: changes.flatMap(({ messages }) =>
      messages.map((message) => ({
        ...message,
        delivery: deliveries.get(message.id) ?? message.delivery,
      })),
    ),
    contact: world.lane(contactId).contact,
    conversations: newest(changes.flatMap(({ conversations }) => conversations)),
  });
};
