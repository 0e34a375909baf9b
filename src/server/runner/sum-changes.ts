import type {
  Contact,
  Conversation,
  ConversationId,
  Message,
  MessageId,
  PendingGoal,
  Run,
  RunId,
  Timer,
  TimerId,
  Visit,
  VisitId,
  VisitorSession,
  VisitorSessionId,
  WorkflowId,
  WorkflowStarts,
} from "#core/domain";
import type { LaneChanges } from "#core/engine";

/** The changes of several events of one lane as if they were one: each row once, as the last event left it. */
export interface ChangesSum {
  add(changes: LaneChanges): void;
  total(): LaneChanges;
}

export function sumChanges(): ChangesSum {
  let contact: Contact | null = null;
  const sessions = new Map<VisitorSessionId, VisitorSession>();
  const conversations = new Map<ConversationId, Conversation>();
  const messages: Message[] = [];
  const runs = new Map<RunId, Run>();
  const visits = new Map<VisitId, Visit>();
  const timersSet = new Map<TimerId, Timer>();
  const timersCleared = new Set<TimerId>();
  const starts = new Map<WorkflowId, WorkflowStarts>();
  let attention: LaneChanges["attention"] = null;
  const goalsSet = new Map<RunId, PendingGoal>();
  const goalsOver = new Map<RunId, LaneChanges["goalsOver"][number]>();
  const calls: LaneChanges["calls"][number][] = [];
  const deliveries = new Map<MessageId, LaneChanges["deliveries"][number]>();
  const decisions: LaneChanges["decisions"][number][] = [];
  const assignments: LaneChanges["assignments"][number][] = [];
  return {
    add(changes) {
      contact = changes.contact ?? contact;
      for (const row of changes.visitorSessions) sessions.set(row.id, row);
      for (const row of changes.conversations) conversations.set(row.id, row);
      messages.push(...changes.messages);
      for (const row of changes.runs) runs.set(row.id, row);
      for (const row of changes.visits) visits.set(row.id, row);
      for (const row of changes.timersSet) timersSet.set(row.id, row);
      // a timer set and cleared within the batch never was
      for (const id of changes.timersCleared) if (!timersSet.delete(id)) timersCleared.add(id);
      for (const row of changes.starts) starts.set(row.workflowId, row);
      attention = changes.attention ?? attention;
      for (const goal of changes.goalsSet) goalsSet.set(goal.runId, goal);
      for (const goal of changes.goalsOver) goalsOver.set(goal.runId, goal);
      calls.push(...changes.calls);
      for (const row of changes.deliveries) deliveries.set(row.messageId, row);
      decisions.push(...changes.decisions);
      assignments.push(...changes.assignments);
    },
    total: () => ({
      contact,
      visitorSessions: [...sessions.values()],
      conversations: [...conversations.values()],
      messages,
      runs: [...runs.values()],
      visits: [...visits.values()],
      timersSet: [...timersSet.values()],
      timersCleared: [...timersCleared],
      starts: [...starts.values()],
      attention,
      // a goal set and over within the batch is never waited for
      goalsSet: [...goalsSet.values()].filter(({ runId }) => !goalsOver.has(runId)),
      goalsOver: [...goalsOver.values()],
      calls,
      deliveries: [...deliveries.values()],
      decisions,
      assignments,
    }),
  };
}
