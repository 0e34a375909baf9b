import type { ProblemBody } from "#contract";

/** A request that was refused or never arrived. Decide by `code` and `status`, never by the text. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  /** Stable and snake_case; `unreachable` when no answer came at all. */
  readonly code: string;
  /** 0 when no answer came at all. */
  readonly status: number;
  /** Each wrong place; at publish with its step and field. */
  readonly errors: NonNullable<ProblemBody["errors"]>;
  readonly requestId: string | null;

  constructor(
    problem: Pick<ProblemBody, "code" | "status" | "detail"> & Partial<ProblemBody>,
    options?: ErrorOptions,
  ) {
    super(problem.detail, options);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.requestId = problem.request_id ?? null;
  }
}

/** Whether the same request may succeed later without a change: no answer, a busy or a broken server. */
export const isTemporary = (error: unknown) =>
  error instanceof ApiProblem &&
  (error.status === 0 || error.status === 429 || error.status >= 500);

/** Says an error to a person. A bug of ours is not described to them. */
export const explainError = (error: unknown) =>
  error instanceof ApiProblem
    ? error.message
    : "Something broke on this page. Reload it and try again.";
