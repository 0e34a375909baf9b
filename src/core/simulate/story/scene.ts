import {
  type AiAgentId,
  type Contact,
  type ContactId,
  type Conversation,
  type EventBody,
  type JsonObject,
  type MemberId,
  type Message,
  type MessageId,
  type Page,
  type Run,
  toAiAgentId,
  toContactId,
  toMemberId,
  toMessageId,
  toVisitorSessionId,
  type VisitorSessionId,
  type WorkflowId,
} from "#core/domain";
import type { PretendWorld } from "../pretend-world.ts";
import type { NamedIds } from "./named-ids.ts";
import type { StoryContact } from "./story-contact.ts";

/** Who is on stage: the contact that acted last, and the names of everything. */
export class Scene {
  readonly world: PretendWorld;
  readonly #ids: NamedIds;
  readonly #workflows: ReadonlyMap<string, WorkflowId>;
  readonly #known: ReadonlyMap<string, Partial<Contact>>;
  readonly #sessions = new Map<string, number>();
  #contact = "";
  #messages = 0;

  constructor(
    world: PretendWorld,
    ids: NamedIds,
    workflows: ReadonlyMap<string, WorkflowId>,
    contacts: readonly StoryContact[] = [],
  ) {
    this.world = world;
    this.#ids = ids;
    this.#workflows = workflows;
    this.#known = new Map(contacts.map(({ name, fields }) => [name, fields]));
  }

  /** Brings a contact on stage: a new one with a visitor session that began a minute ago, or with none when `path` is null. */
  enter(contact: string, path: string | null = "/"): void {
    this.#contact = contact;
    const { world, contactId: id } = this;
    if (world.hasContact(id)) return;
    world.addContact({
      ...aStranger,
      id,
      workspaceId: world.workspace.id,
      name: contact,
      firstSeenAt: world.now,
      lastSeenAt: world.now,
      ...this.#known.get(contact),
    });
    if (path === null) return;
    this.visit(contact, path);
    world.advance(60_000);
  }

  /** Shows a page to a contact, in the session they are in. */
  visit(contact: string, path: string, pageLanguage: string | null = null): void {
    if (!this.world.hasContact(this.#idOf(contact))) this.enter(contact, null);
    this.#contact = contact;
    this.happen({
      type: "visitor_seen",
      visitorSessionId: this.visitorSessionId,
      page: pageAt(path),
      device: "desktop",
      language: "en",
      ...(pageLanguage === null ? {} : { pageLanguage }),
    });
  }

  /** The next page a contact sees is in a new session. */
  beginSession(contact: string): void {
    this.#sessions.set(contact, (this.#sessions.get(contact) ?? 1) + 1);
  }

  /** Lets a detector of the page conclude something. */
  detect(contact: string, triggerType: string, path: string, evidence: JsonObject): void {
    this.enter(contact);
    this.happen({
      type: "detection_made",
      triggerType,
      visitorSessionId: this.visitorSessionId,
      page: pageAt(path),
      evidence,
    });
  }

  /** Lets something happen in the lane of the contact on stage. */
  happen(body: EventBody): void {
    this.world.happen(this.contactId, body);
  }

  get contactId(): ContactId {
    return this.#idOf(this.#contact);
  }

  #idOf(contact: string): ContactId {
    return toContactId(this.#ids.of(contact));
  }

  get visitorSessionId(): VisitorSessionId {
    const number = this.#sessions.get(this.#contact) ?? 1;
    const name = `session of ${this.#contact}`;
    return toVisitorSessionId(this.#ids.of(number === 1 ? name : `${name} (${number})`));
  }

  /** The newest conversation of the contact on stage. */
  get conversation(): Conversation {
    const conversation = this.newestConversation;
    if (conversation === undefined) throw new Error(`${this.#contact} has no conversation yet`);
    return conversation;
  }

  get newestConversation(): Conversation | undefined {
    return this.world.lane(this.contactId).conversations.at(-1);
  }

  /** The newest message that was not the contact's. */
  get newestOutgoing(): Message | undefined {
    return this.world.happenings
      .filter(({ event }) => event.contactId === this.contactId)
      .flatMap(({ outcome }) => outcome.changes.messages)
      .findLast(({ author }) => author.kind !== "contact");
  }

  /** The newest run of the contact on stage. */
  get run(): Run | undefined {
    return this.world.lane(this.contactId).runs.at(-1);
  }

  /** The contact on stage has seen all that was said, as in an open chat. */
  readAll(): void {
    const conversation = this.world.lane(this.contactId).conversations.at(-1);
    if (conversation === undefined || conversation.contactReadSequence >= conversation.lastSequence)
      return;
    this.happen({
      type: "messages_read",
      conversationId: conversation.id,
      by: "contact",
      sequence: conversation.lastSequence,
    });
  }

  memberId(name: string): MemberId {
    return toMemberId(this.#ids.of(name));
  }

  aiAgentId(name: string): AiAgentId {
    return toAiAgentId(this.#ids.of(name));
  }

  workflowId(name: string): WorkflowId {
    const id = this.#workflows.get(name);
    if (id === undefined) throw new Error(`the story has no workflow ${name}`);
    return id;
  }

  nextMessageId(): MessageId {
    this.#messages += 1;
    return toMessageId(this.#ids.of(`message ${this.#messages}`));
  }
}

/** Somebody of whom nothing is known. */
const aStranger = {
  email: null,
  emailVerification: "none",
  phone: null,
  externalId: null,
  lifecycleStage: "lead",
  ownerId: null,
  tags: [],
  custom: {},
  language: null,
  timezone: null,
  lastRepliedAt: null,
  lastContactedAt: null,
  isTest: false,
} as const;

/** A page of the shop that stories play in. */
const pageAt = (path: string): Page => ({
  url: `https://shop.example${path}`,
  title: path,
  referrer: "",
});
