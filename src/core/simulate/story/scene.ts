import {
  type ContactId,
  type Conversation,
  type EventBody,
  type MemberId,
  type MessageId,
  type Page,
  type Run,
  toContactId,
  toMemberId,
  toMessageId,
  toVisitorSessionId,
  type VisitorSessionId,
  type WorkflowId,
} from "#core/domain";
import type { PretendWorld } from "../pretend-world.ts";
import type { NamedIds } from "./named-ids.ts";

/** Who is on stage: the contact that acted last, and the names of everything. */
export class Scene {
  readonly world: PretendWorld;
  readonly #ids: NamedIds;
  readonly #workflows: ReadonlyMap<string, WorkflowId>;
  #contact = "";
  #messages = 0;

  constructor(world: PretendWorld, ids: NamedIds, workflows: ReadonlyMap<string, WorkflowId>) {
    this.world = world;
    this.#ids = ids;
    this.#workflows = workflows;
  }

  /** Brings a contact on stage, with a visitor session that began a minute ago. */
  enter(contact: string): void {
    this.#contact = contact;
    const { world, contactId: id } = this;
    if (world.hasContact(id)) return;
    const { now } = world;
    world.addContact({
      id,
      workspaceId: world.workspace.id,
      name: contact,
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
      firstSeenAt: now,
      lastSeenAt: now,
      lastRepliedAt: null,
      lastContactedAt: null,
    });
    world.happen(id, {
      type: "visitor_seen",
      visitorSessionId: this.visitorSessionId,
      page: pageAt("/"),
      device: "desktop",
      language: "en",
    });
    world.advance(60_000);
  }

  /** Lets something happen in the lane of the contact on stage. */
  happen(body: EventBody): void {
    this.world.happen(this.contactId, body);
  }

  get contactId(): ContactId {
    return toContactId(this.#ids.of(this.#contact));
  }

  get visitorSessionId(): VisitorSessionId {
    return toVisitorSessionId(this.#ids.of(`session of ${this.#contact}`));
  }

  /** The newest conversation of the contact on stage. */
  get conversation(): Conversation {
    const conversation = this.world.lane(this.contactId).conversations.at(-1);
    if (conversation === undefined) throw new Error(`${this.#contact} has no conversation yet`);
    return conversation;
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

/** A page of the shop that stories play in. */
export const pageAt = (path: string): Page => ({
  url: `https://shop.example${path}`,
  title: path,
  referrer: "",
});
