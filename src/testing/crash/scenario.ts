import {
  type ContactId,
  type ConversationId,
  type Graph,
  type TeamId,
  graphSchema,
  hour,
} from "#core/domain";
import type { NewEvent } from "#server/accept";
import type { SeededWorkspace } from "../runner/seed-workspace.ts";
import { aMessage, newContactId } from "../runner/new-events.ts";
import { newUuid } from "#server/platform";
import type { ProcessThatDies } from "./process-that-dies.ts";

/** How many contacts write, how many of them answer, and how many places the team has for those. */
export const crowd = { contacts: 16, answering: 12, members: 3, openLimit: 3 } as const;

const beginning = ["help me", "Which e-mail?", "not an address"];
const answering = [...beginning, "That does not look right. Please try again.", "ann@example.com"];
/** Who sends the right answer within two seconds of the wrong one is not asked again. */
const inOneBreath = [...beginning, "ann@example.com"];

/** What the contacts' conversations read in the end, whatever died in between. */
export const transcripts = {
  answering,
  inOneBreath,
  closed: [...answering, "Conversation closed"],
  closedInOneBreath: [...inOneBreath, "Conversation closed"],
  silent: ["help me", "Which e-mail?", "We will be back."],
};

const at = { x: 0, y: 0 };
const step = (id: string, type: string, config: object) => ({
  id,
  type,
  name: id,
  config,
  position: at,
});

/** Asks for an e-mail for an hour, then gives the conversation to a member with room, or says good-bye. */
export const crashGraph = (teamId: TeamId): Graph =>
  graphSchema.parse({
    format: 1,
    trigger: {
      type: "conversation_opened",
      config: {},
      conditions: { match: "all", conditions: [] },
      frequency: { every: "time" },
      on_takeover: "pause",
    },
    trigger_position: at,
    steps: [
      step("ask", "ask_question", {
        text: "Which e-mail?",
        answer: { type: "email" },
        save_to: { contact_field: "email" },
        timeout: { seconds: 3_600 },
      }),
      step("assign", "assign_to", {
        target: { type: "team", team_id: teamId },
        online_only: true,
        open_limit: crowd.openLimit,
      }),
      step("later", "send_message", { text: "We will be back." }),
    ],
    edges: [
      { from: "trigger", path: "next", to: "ask" },
      { from: "ask", path: "answered", to: "assign" },
      { from: "ask", path: "timeout", to: "later" },
    ],
  });

export interface Played {
  /** Every event that was sent, once. */
  readonly sent: readonly NewEvent[];
  readonly acknowledged: ReadonlyMap<string, string>;
  readonly conversations: readonly ConversationId[];
}

/**
 * Plays the whole story against a process that may die at any moment: contacts write, answer wrongly and rightly, some twice
 * at the same time; the others' questions time out; members close what they have until nobody waits.
 */
export async function play(server: ProcessThatDies, seeded: SeededWorkspace): Promise<Played> {
  const { workspaceId, memberIds } = seeded;
  const sent: NewEvent[] = [];
  const acknowledged = new Map<string, string>();
  const tell = async (event: NewEvent) => {
    sent.push(event);
    const accepted = await server.send(event);
    acknowledged.set(event.sourceKey, accepted.eventId);
    return accepted;
  };
  const say = (contactId: ContactId, text: string) =>
    tell(aMessage({ workspaceId, contactId, text }));
  const contacts = Array.from({ length: crowd.contacts }, newContactId);
  const first = await Promise.all(contacts.map((contactId) => say(contactId, "help me")));
  await Promise.all(
    contacts.slice(0, crowd.answering).map(async (contactId, index) => {
      await say(contactId, "not an address");
      const answer = aMessage({ workspaceId, contactId, text: "ann@example.com" });
      sent.push(answer);
      const twice =
        index % 2 === 0 ? [server.send(answer), server.send(answer)] : [server.send(answer)];
      const [accepted, again] = await Promise.all(twice);
      if (again !== undefined && again.eventId !== accepted?.eventId)
        throw new Error("the same event was accepted as two");
      acknowledged.set(answer.sourceKey, accepted?.eventId ?? "");
    }),
  );
  server.advanceClock(2 * hour);
  const conversations = first.flatMap(({ conversationId }) => conversationId ?? []);
  const [member] = memberIds;
  // more than wait, so that every waiting one gets a place
  const closed = contacts.slice(0, crowd.answering).map(async (contactId, index) => {
    const conversationId = conversations[index];
    if (conversationId === undefined || index % 2 === 1) return;
    await tell({
      workspaceId,
      contactId,
      door: "api",
      sourceKey: newUuid(),
      createsContact: false,
      body: { type: "conversation_closed", conversationId, byMemberId: member ?? null },
    });
  });
  await Promise.all(closed);
  return { sent, acknowledged, conversations };
}
