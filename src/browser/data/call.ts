import { type Endpoint, problemSchema } from "#contract";
import { z } from "zod";
import { ApiProblem } from "./api-problem.ts";
import { noteAnswer } from "./connection.ts";

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ParamsPart<E extends Endpoint> = [ParamNames<E["path"]>] extends [never]
  ? object
  : { readonly params: Readonly<Record<ParamNames<E["path"]>, string>> };
type QueryPart<E extends Endpoint> = E extends { readonly query: infer Query extends z.ZodType }
  ? { readonly query?: z.input<Query> }
  : object;
type BodyPart<E extends Endpoint> = E extends { readonly body: infer Body extends z.ZodType }
  ? { readonly body: z.input<Body> }
  : object;
export type RequestOf<E extends Endpoint> = ParamsPart<E> &
  QueryPart<E> &
  BodyPart<E> & { readonly signal?: AbortSignal };
export type AnswerOf<E extends Endpoint> = E extends {
  readonly answer: infer Answer extends z.ZodType;
}
  ? z.output<Answer>
  : null;

interface LooseRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

const querySchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.undefined()]),
);

/** Writes the address of a request: params into the path, the query behind it. */
const addressOf = (endpoint: Endpoint, request: LooseRequest) => {
  const path = endpoint.path.replace(/:([a-z_]+)/g, (_, name: string) =>
    encodeURIComponent(request.params?.[name] ?? ""),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(querySchema.parse(request.query ?? {}))) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return `/api/v1${path}${text === "" ? "" : `?${text}`}`;
};

const toProblem = async (response: Response) => {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ApiProblem(parsed.data);
  return new ApiProblem({
    code: "no_answer",
    status: response.status,
    detail: `The server answered ${response.status} and did not say why.`,
  });
};

const fetchAnswer = async (endpoint: Endpoint, request: LooseRequest) => {
  try {
    return await fetch(addressOf(endpoint, request), {
      method: endpoint.method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  } catch (cause) {
    if (request.signal?.aborted === true) throw cause;
    throw new ApiProblem(
      {
        code: "unreachable",
        status: 0,
        detail: "The server cannot be reached. Check your connection.",
      },
      { cause },
    );
  }
};

/**
 * Calls one address of the API and parses what comes back with the contract.
 * @throws {ApiProblem} when refused or unreachable, and with `still_handling` when stored but not yet handled.
 */
export function call<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<AnswerOf<E>>;
export async function call(endpoint: Endpoint, request: LooseRequest): Promise<unknown> {
  const response = await fetchAnswer(endpoint, request);
  if (!response.ok) {
    const problem = await toProblem(response);
    noteAnswer(problem);
    throw problem;
  }
  noteAnswer(null);
  if (response.status === 202)
    throw new ApiProblem({
      code: "still_handling",
      status: 202,
      detail: "Stored. This takes longer than usual and shows up here by itself.",
    });
  return endpoint.answer === null ? null : endpoint.answer.parse(await response.json());
}
