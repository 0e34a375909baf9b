import type { Store } from "#server/store";
import type { SeededWorkspace } from "../runner/seed-workspace.ts";
import { type Played, crowd, transcripts } from "./scenario.ts";

const PATIENCE_MS = 10_000;

/** Waits until nothing is left to do, then returns everything that does not add up; an empty list is what one wants. */
export async function findMistakes(
  store: Store,
  { workspaceId }: SeededWorkspace,
  played: Played,
): Promise<string[]> {
  const mistakes: string[] = [];
  const expect = (name: string, actual: unknown, expected: unknown) => {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) mistakes.push(`${name}: ${is} instead of ${should}`);
  };
  const count = async (text: string): Promise<number> => {
    const [row] = await store.query<{ count: number }>({ text, values: [workspaceId] });
    return row?.count ?? NaN;
  };
  const unfinished = () =>
    count(`select (select count(*) from event where workspace_id = $1 and state = 'pending')
      + (select count(*) from assignment_wait where workspace_id = $1)
      + (select count(*) from active_run where workspace_id = $1) as count`);
  const until = performance.now() + PATIENCE_MS;
  while ((await unfinished()) > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect("events, waits and runs left over", await unfinished(), 0);

  expect(
    "sources",
    await count("select count(*) from event_source where workspace_id = $1 and door <> 'timer'"),
    played.sent.length,
  );
  const stored = await store.query<{ source_key: string; event_id: string }>({
    text: "select source_key, event_id from event_source join event using (workspace_id, event_id) where workspace_id = $1 and state = 'processed'",
    values: [workspaceId],
  });
  const byKey = new Map(stored.map((row) => [row.source_key, row.event_id]));
  for (const [key, eventId] of played.acknowledged)
    if (byKey.get(key) !== eventId) mistakes.push(`acknowledged and not there: ${key}`);
  expect(
    "set aside",
    await count("select count(*) from event where workspace_id = $1 and state = 'set_aside'"),
    0,
  );

  expect("runs", await count("select count(*) from run where workspace_id = $1"), crowd.contacts);
  const states = await store.query<{ state: string; count: number }>({
    text: "select state, count(*) from run where workspace_id = $1 group by 1 order by 1",
    values: [workspaceId],
  });
  mistakes.push(
    ...states
      .filter(({ state }) => !["completed", "cancelled"].includes(state))
      .map(({ state }) => `a run is ${state}`),
  );
  expect(
    "starts",
    await count(
      "select coalesce(sum(start_count), 0) as count from workflow_contact_start where workspace_id = $1",
    ),
    crowd.contacts,
  );

  const threads = await store.query<{ texts: string[]; sequences: number[]; last: number }>({
    text: `select array_agg(body order by sequence) as texts, array_agg(sequence order by sequence) as sequences,
        (select last_sequence from conversation c where c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id) as last
      from message m where workspace_id = $1 group by workspace_id, conversation_id`,
    values: [workspaceId],
  });
  expect("conversations", threads.length, crowd.contacts);
  for (const { texts, sequences, last } of threads) {
    expect(
      "sequence",
      sequences,
      sequences.map((_, index) => index + 1),
    );
    expect("last sequence", last, sequences.length);
    if (!Object.values(transcripts).some((one) => JSON.stringify(one) === JSON.stringify(texts)))
      mistakes.push(`a thread reads ${JSON.stringify(texts)}`);
  }
  const ended = (last: string) => threads.filter(({ texts }) => texts.at(-1) === last).length;
  expect("closed", ended("Conversation closed"), crowd.answering / 2);
  expect("answered and open", ended("ann@example.com"), crowd.answering / 2);

  const members = await store.query<{ open_count: number; counted: number }>({
    text: `select open_count, (select count(*) from conversation c where c.workspace_id = m.workspace_id
        and c.assignee_id = m.member_id and c.status = 'open') as counted
      from member m where workspace_id = $1`,
    values: [workspaceId],
  });
  for (const { open_count, counted } of members) {
    expect("open count", open_count, counted);
    if (open_count > crowd.openLimit) mistakes.push(`a member has ${open_count}`);
  }
  expect("timers", await count("select count(*) from timer where workspace_id = $1"), 0);
  return mistakes;
}
