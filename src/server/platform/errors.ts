/** One wrong place in a request. */
export interface RequestErrorPlace {
  /** Such as `body.graph.steps.2.config.text` or `query.limit`. */
  readonly path: string;
  readonly message: string;
  readonly code?: string;
  readonly stepId?: string;
  readonly field?: string;
}

/** Says that the caller is wrong; `code` is stable and `message` is for a person. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly places: readonly RequestErrorPlace[];

  constructor(
    status: number,
    code: string,
    message: string,
    places: readonly RequestErrorPlace[] = [],
  ) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.code = code;
    this.places = places;
  }
}

/** Says that another machine failed us, the database included. */
export class OutsideError extends Error {
  readonly code: string;
  readonly isRetryable: boolean;
  /** Whether what was asked for is known not to have happened. */
  readonly outcome: "not_done" | "unknown";

  constructor(
    code: string,
    message: string,
    options: { isRetryable: boolean; outcome: "not_done" | "unknown"; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = "OutsideError";
    this.code = code;
    this.isRetryable = options.isRetryable;
    this.outcome = options.outcome;
  }
}
