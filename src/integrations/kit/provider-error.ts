import type { CallAnswer, JsonObject } from "#core/domain";

/** Codes of what goes wrong with a provider. Snake case, never renamed, printed in the reference. */
export const providerErrorCodes = {
  address_refused: "The address is private, not https, or not one the operator allows.",
  host_not_bound: "The credential is for another host than the request.",
  unreachable: "No connection could be made; nothing was sent.",
  insecure: "The other side could not prove who it is (TLS).",
  connection_lost: "The connection broke after the request was sent.",
  timed_out: "There was no answer in time.",
  credential_refused: "The provider does not accept the credential (any more).",
  not_permitted: "The credential lacks a permission.",
  too_many_requests: "The provider asks to be left alone for a while.",
  provider_failed: "The provider says that something is wrong on its side.",
  request_refused: "The provider refused the request.",
  unexpected_redirect: "The provider sent the request elsewhere.",
  answer_too_large: "The answer is larger than is read.",
  unreadable_answer: "The answer is not what the provider promises.",
  unsafe_value: "A value cannot be sent.",
} as const;

export type ProviderErrorCode = keyof typeof providerErrorCodes;

/** Whether what was asked for was done: refused for good, surely not, or nobody knows. */
export type ProviderOutcome = "failed" | "not_done" | "unknown";

/** Says that another machine failed us; made in this room only, classified once. Its message is for members and holds no secret. */
export class ProviderError extends Error {
  readonly code: ProviderErrorCode;
  readonly outcome: ProviderOutcome;
  readonly retryAfterMs: number | null;
  readonly details: JsonObject;

  constructor(
    code: ProviderErrorCode,
    message: string,
    options: {
      readonly outcome: ProviderOutcome;
      readonly retryAfterMs?: number | null;
      readonly details?: JsonObject;
    },
  ) {
    super(message);
    this.name = "ProviderError";
    this.code = code;
    this.outcome = options.outcome;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.details = options.details ?? {};
  }
}

/** Puts a provider's failure into the words of dispatch, which decides what follows. */
export function toCallAnswer(error: ProviderError): CallAnswer {
  const problem = { code: error.code, message: error.message, details: error.details };
  switch (error.outcome) {
    case "failed":
      return { kind: "failed", problem };
    case "not_done":
      return { kind: "not_done", problem, retryAfterMs: error.retryAfterMs };
    case "unknown":
      return { kind: "unknown", problem };
  }
}
