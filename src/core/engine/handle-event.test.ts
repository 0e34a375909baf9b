import { day, type EventBody, hour, toMemberId, toMessageId, toWorkflowId } from "#core/domain";
import {
  aChain,
  aContact,
  aConversation,
  aDetection,
  aLane,
  aMessageBody,
  anEvent,
  aVisitorSession,
  aWorld,
  builtAt,
} from "#testing/builders";
import { describe, expect, it } from "vitest";
import { handleEvent } from "./handle-event.ts";

const member = toMemberId("00000000-0000-7000-8000-0000000000a1");
const quiet = aWorld([]);
const handle = (body: EventBody, lane = aLane(), world = quiet) =>
  handleEvent(world, lane, anEvent(body, { happenedAt: world.now }));
const reply = (text: string): EventBody => ({
  type: "member_message_sent",
  conversationId: aConversation().id,
  messageId: toMessageId("00000000-0000-7000-8000-0000000000f1"),
  memberId: member,
  text,
});

describe("a contact's message", () => {
  it("opens a conversation that waits for an answer", () => {
    const { changes } = handle(aMessageBody("Hello  **there**"));
    expect(changes.conversations).toMatchObject([
      {
        status: "open",
        isGreeting: false,
        lastSequence: 1,
        contactReadSequence: 1,
        memberReadSequence: 0,
        waitingSince: builtAt,
        lastContactMessageAt: builtAt,
        preview: "Hello **there**",
      },
    ]);
    expect(changes.messages).toMatchObject([
      { sequence: 1, author: { kind: "contact" }, isPublic: true, delivery: "sent" },
    ]);
    expect(changes.contact).toMatchObject({ lastRepliedAt: builtAt });
  });

  it("keeps since when the contact has been waiting", () => {
    const lane = aLane({ conversations: [aConversation({ waitingSince: builtAt - hour })] });
    expect(handle(aMessageBody("still there?"), lane).changes.conversations).toMatchObject([
      { waitingSince: builtAt - hour },
    ]);
  });

  it.each([
    ["opens it again within seven days", 7 * day, ["reopened"]],
    ["opens a new one later", 7 * day + 1, ["new"]],
  ])("after closing, %s", (_name, since, expected) => {
    const closed = aConversation({
      status: "closed",
      closedAt: builtAt - since,
      openedAt: builtAt - 30 * day,
    });
    const { lane } = handle(aMessageBody("hi"), aLane({ conversations: [closed] }));
    expect(
      lane.conversations
        .filter(({ status }) => status === "open")
        .map(({ id }) => (id === closed.id ? "reopened" : "new")),
    ).toEqual(expected);
  });

  it("that names an unknown conversation is not lost", () => {
    const { changes } = handle(aMessageBody("hi", { conversationId: aConversation().id }));
    expect(changes.messages).toHaveLength(1);
  });
});

describe("what a workflow says", () => {
  it("before the contact writes is a greeting in the widget", () => {
    const world = aWorld([aChain("chat_opened", ["send_message", { text: "Hi" }])]);
    const { changes } = handle(aDetection("chat_opened", "https://shop.example/"), aLane(), world);
    expect(changes.conversations).toMatchObject([
      {
        channel: "widget",
        isGreeting: true,
        lastSequence: 1,
        contactReadSequence: 0,
        preview: "Hi",
      },
    ]);
  });

  it("is cut at a word when it is too long, and that is noted", () => {
    const world = aWorld([
      aChain("conversation_opened", ["send_message", { text: "{{ trigger.message }}" }]),
    ]);
    const { changes } = handle(aMessageBody("word ".repeat(1_200)), aLane(), world);
    const [, said] = changes.messages;
    expect(said?.text.length).toBeLessThanOrEqual(5_000);
    expect(said?.text.endsWith("word…")).toBe(true);
    expect(changes.visits[0]?.evidence).toEqual([
      { cut_to_characters: said?.text.length, rendered_characters: 6_000 },
    ]);
  });

  it("is not sent when nothing is left of it, and that is noted", () => {
    const world = aWorld([
      aChain("conversation_opened", ["send_message", { text: "{{ nothing }}" }]),
    ]);
    const { changes } = handle(aMessageBody("hi"), aLane(), world);
    expect(changes.messages).toHaveLength(1);
    expect(changes.visits[0]?.evidence).toEqual([
      { missing_value: "nothing" },
      { not_sent: "the message is empty" },
    ]);
  });

  it("is written in the contact's language, else the browser's, else the workspace's", () => {
    const world = aWorld([aChain("conversation_opened", ["wait", { amount: 1, unit: "hours" }])]);
    const session = aVisitorSession({ language: "fr" });
    const languageWith = (lane: Parameters<typeof aLane>[0]) =>
      handle(aMessageBody("hi"), aLane(lane), world).changes.runs[0]?.language;
    expect([
      languageWith({ contact: aContact({ language: "de" }), visitorSessions: [session] }),
      languageWith({ visitorSessions: [session] }),
      languageWith({}),
    ]).toEqual(["de", "fr", "en"]);
  });
});

describe("a member's message", () => {
  it("ends the waiting, is read by the team and takes the floor", () => {
    const lane = aLane({
      conversations: [aConversation({ lastSequence: 4, waitingSince: builtAt - hour })],
    });
    expect(handle(reply("Hi"), lane).changes.conversations).toMatchObject([
      {
        lastSequence: 5,
        memberReadSequence: 5,
        waitingSince: null,
        floor: { holder: "person", memberId: member },
        preview: "Hi",
      },
    ]);
  });

  it("to a conversation of somebody else changes nothing and says so", () => {
    const { changes, problem } = handle(reply("Hi"));
    expect([changes.messages, changes.conversations, problem?.code]).toEqual([
      [],
      [],
      "conversation_not_found",
    ]);
  });
});

it("reads only forward and never past the newest message", () => {
  const lane = aLane({
    conversations: [aConversation({ lastSequence: 4, memberReadSequence: 2 })],
  });
  const read = (sequence: number) =>
    handle(
      { type: "messages_read", conversationId: aConversation().id, by: "member", sequence },
      lane,
    ).changes.conversations.map((row) => row.memberReadSequence);
  expect([read(1), read(3), read(9)]).toEqual([[], [3], [4]]);
});

describe("a contact's fields", () => {
  const change = (
    fields: Extract<EventBody, { type: "contact_updated" }>["fields"],
    contact = aContact(),
  ) =>
    handle(
      { type: "contact_updated", fields, verification: "claimed", byMemberId: null },
      aLane({ contact }),
    ).changes.contact;

  it("change only where they are named, and custom ones one by one", () => {
    const before = aContact({ name: "Mia", custom: { plan: "free", seats: 3 } });
    expect(change({ custom: { plan: "pro" } }, before)).toEqual({
      ...before,
      custom: { plan: "pro", seats: 3 },
    });
  });

  it("keep a proven e-mail proven when it is said again, and not when it changes", () => {
    const before = aContact({ email: "mia@shop.example", emailVerification: "proven" });
    expect(change({ email: "Mia@Shop.example" }, before)?.emailVerification).toBe("proven");
    expect(change({ email: "other@shop.example" }, before)?.emailVerification).toBe("claimed");
  });
});

it("says why a workflow that was asked for did not start", () => {
  const request = (workflowId: string): EventBody => ({
    type: "workflow_requested",
    workflowId: toWorkflowId(workflowId),
    conversationId: null,
    inputs: {},
    byMemberId: member,
    endsHolder: false,
  });
  const world = aWorld([aChain("conversation_opened", ["close_conversation", {}])]);
  expect(
    handle(request("00000000-0000-7000-8000-0000000000c0"), aLane(), world).problem?.code,
  ).toBe("workflow_not_manual");
  const unknown = handle(request("00000000-0000-7000-8000-0000000000c9"), aLane(), world);
  expect([unknown.problem?.code, unknown.changes.decisions[0]?.reason]).toEqual([
    "workflow_not_live",
    "not_published",
  ]);
});
