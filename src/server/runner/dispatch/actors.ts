import type { CallAnswer, CallRequest, ContactId, WorkspaceId } from "#core/domain";

/** What an actor may know of a call besides the request. */
export interface CallOptions {
  readonly workspaceId: WorkspaceId;
  /** Whom it is for. */
  readonly contactId: ContactId;
  /** The same for every attempt at one call; goes to providers that take keys. */
  readonly key: string;
  /** Aborted when the time is over: nothing the actor says afterwards counts. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

type Request<Kind extends CallRequest["kind"]> = Extract<CallRequest, { kind: Kind }>;

/**
 * Who acts on other machines, given to the runner as an argument. An actor answers with what it can tell and does not
 * throw; what it throws counts as an unknown outcome. A done message or mail answers with null, a model with a `ModelOutput`.
 */
export interface Actors {
  callAction(request: Request<"action">, options: CallOptions): Promise<CallAnswer>;
  askModel(request: Request<"model">, options: CallOptions): Promise<CallAnswer>;
  deliverMessage(request: Request<"message">, options: CallOptions): Promise<CallAnswer>;
  sendMail(request: Request<"mail">, options: CallOptions): Promise<CallAnswer>;
}

/** Actors of a Switchboard that is connected to nothing: every call fails at once and says so. */
export const notConnected: Actors = {
  callAction: async ({ action }) => refuse(`The integration of ${action} is not connected`),
  askModel: async () => refuse("No language model is connected"),
  deliverMessage: async ({ channel }) => refuse(`The channel ${channel} is not connected`),
  sendMail: async () => refuse("No mail server is connected"),
};

const refuse = (message: string): CallAnswer => ({
  kind: "failed",
  problem: { code: "not_connected", message },
});
