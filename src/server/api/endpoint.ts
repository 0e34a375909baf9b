import {
  type Caller,
  type KnownVisitor,
  invalidRequest,
  mayAct,
  notAllowed,
} from "#server/commands";
import type { RequestError } from "#server/platform";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Doors } from "./doors.ts";
import { wrongPlaces } from "./errors.ts";
import { type Permission, isAllowed } from "./permissions.ts";
import { authenticateCaller } from "./sign-in/authenticate-caller.ts";
import { refuseUnstorable } from "./requests/json-body.ts";
import { checkOrigin } from "./sign-in/check-origin.ts";
import { authenticateVisitor } from "./widget/authenticate-visitor.ts";

/** One row of the contract's tables, with the types of its schemas kept. */
interface Shape<Path extends string, Query, Body, Answer> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: Path;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly answer: z.ZodType<Answer> | null;
}

type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** One request, authenticated and parsed. */
interface Call<Who, Path extends string, Query, Body> {
  readonly doors: Doors;
  readonly who: Who;
  /** The parameter of the path with that name; always a UUID in lower case. */
  readonly id: (name: ParamName<Path>) => string;
  readonly query: Query;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An answer with another status than success usually has: 202 while an event is still to be handled, 304 when nothing is new. */
export class OtherAnswer {
  readonly status: 202 | 304;
  readonly body: unknown;
  constructor(status: 202 | 304, body?: unknown) {
    this.status = status;
    this.body = body;
  }
}

interface Handling<Who, Path extends string, Query, Body, Answer> {
  /** One sentence for the reference page. */
  readonly summary: string;
  /** Status of success; 200, or 204 without an answer. */
  readonly status?: 201;
  /** Largest body in bytes; 64 kB. */
  readonly bodyLimit?: number;
  readonly handle: (call: Call<Who, Path, Query, Body>) => Promise<Answer | OtherAnswer>;
}

/** An endpoint as the app mounts it and the reference describes it; the types of its schemas are hidden inside. */
export interface ServedEndpoint {
  readonly shape: Shape<string, unknown, unknown, unknown>;
  readonly access: "anyone" | "visitor" | Permission;
  readonly summary: string;
  readonly status: 200 | 201 | 204;
  readonly bodyLimit: number;
  readonly serve: (doors: Doors, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

/** Defines an endpoint for members and API keys that have the permission. */
export function teamEndpoint<
  Path extends string,
  Query = undefined,
  Body = undefined,
  Answer = void,
>(
  shape: Shape<Path, Query, Body, Answer>,
  handling: Handling<Caller, Path, Query, Body, Answer> & { readonly permission: Permission },
): ServedEndpoint {
  return serveAs(shape, handling.permission, handling, async (doors, request) => {
    const caller = await authenticateCaller(doors, request);
    if (!isAllowed(caller, handling.permission)) {
      throw notAllowed(
        isAllowed({ role: caller.role }, handling.permission)
          ? `This needs the permission ${handling.permission}, which was taken from you; an admin can give it back.`
          : `This needs the permission ${handling.permission}, which the role ${caller.role} does not have.`,
      );
    }
    return caller;
  });
}

/** Defines an endpoint for a visitor's browser, known by its bearer token. A write is for visitors whose identity stands. */
export function visitorEndpoint<
  Path extends string,
  Query = undefined,
  Body = undefined,
  Answer = void,
>(
  shape: Shape<Path, Query, Body, Answer>,
  handling: Handling<KnownVisitor, Path, Query, Body, Answer> & {
    /** Whom else than visitors whose identity stands: all that are known, or also browsers whose token was replaced. */
    readonly admits?: "unidentified" | "replaced";
  },
): ServedEndpoint {
  return serveAs(shape, "visitor", handling, async (doors, request) => {
    const visitor = await authenticateVisitor(doors, request, handling.admits === "replaced");
    if (shape.method !== "GET" && handling.admits === undefined) mayAct(visitor);
    return visitor;
  });
}

/** Defines an endpoint that needs no login; a write must still come from no page or from one of ours. */
export function openEndpoint<
  Path extends string,
  Query = undefined,
  Body = undefined,
  Answer = void,
>(
  shape: Shape<Path, Query, Body, Answer>,
  handling: Handling<null, Path, Query, Body, Answer> & { readonly isForAnyOrigin?: true },
): ServedEndpoint {
  return serveAs(shape, "anyone", handling, async (doors, request) => {
    if (handling.isForAnyOrigin !== true) checkOrigin(doors, request);
    return null;
  });
}

function serveAs<Who, Path extends string, Query, Body, Answer>(
  shape: Shape<Path, Query, Body, Answer>,
  access: ServedEndpoint["access"],
  handling: Handling<Who, Path, Query, Body, Answer>,
  authenticate: (doors: Doors, request: FastifyRequest) => Promise<Who>,
): ServedEndpoint {
  const status = shape.answer === null ? 204 : (handling.status ?? 200);
  return {
    shape,
    access,
    summary: handling.summary,
    status,
    bodyLimit: handling.bodyLimit ?? 64 * 1024,
    async serve(doors, request, reply) {
      const who = await authenticate(doors, request);
      const ids = parseIds(request.params);
      refuseUnstorable("query", request.query);
      const query = shape.query && { value: parseWith(shape.query, request.query, "query") };
      const body = shape.body && { value: parseWith(shape.body, request.body, "body") };
      if (shape.body === undefined) refuseBody(request.body);
      const answer = await handling.handle({
        doors,
        who,
        id: (name) => known(ids.get(name)),
        get query() {
          return known(query).value;
        },
        get body() {
          return known(body).value;
        },
        request,
        reply,
      });
      if (answer instanceof OtherAnswer) return void reply.status(answer.status).send(answer.body);
      if (shape.answer === null) return void reply.status(204).send();
      // answers are ours, so only tests pay for checking them
      return void reply
        .status(status)
        .send(doors.checksAnswers ? shape.answer.parse(answer) : answer);
    },
  };
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined)
    throw new Error("an endpoint reads a part of the request that its shape does not have");
  return value;
}

function parseWith<Value>(schema: z.ZodType<Value>, raw: unknown, root: "body" | "query"): Value {
  const given = raw === undefined && root === "body" ? {} : raw;
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalidRequest(wrongPlaces(root, result.error), root === "body" ? 422 : 400);
}

const paramsSchema = z.record(z.string(), z.string());
const uuidSchema = z.uuid();

function parseIds(raw: unknown): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [name, text] of Object.entries(paramsSchema.parse(raw))) {
    const id = uuidSchema.safeParse(text);
    if (!id.success) throw wrongId(name);
    ids.set(name, id.data.toLowerCase());
  }
  return ids;
}

const wrongId = (name: string): RequestError =>
  invalidRequest([{ path: `params.${name}`, message: "must be a UUID" }]);

const emptyBodySchema = z.strictObject({});

function refuseBody(raw: unknown): void {
  if (raw === undefined) return;
  const result = emptyBodySchema.safeParse(raw);
  if (!result.success) throw invalidRequest(wrongPlaces("body", result.error), 422);
}
