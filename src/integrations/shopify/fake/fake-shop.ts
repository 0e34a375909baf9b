import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { z } from "zod";
import { API_VERSION } from "../ask-shop.ts";
import { type ShopStock, answerOperation } from "./answer-operation.ts";

/** What a request may meet instead of its answer. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly body: string }
  | "throttled"
  | "access_denied"
  | "dropped"
  | "silent";

/** A request the fake has answered, for those who compare both with the published schema. */
interface Exchange {
  readonly operation: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: object;
}

/** A shop that speaks the Admin API over real HTTP on this machine. The demo is one; tests make others. */
export interface FakeShop {
  readonly port: number;
  /** Newest last, the last hundred. */
  readonly exchanges: readonly Exchange[];
  /** How many requests came, refused ones included. */
  readonly requestCount: () => number;
  /** Lets the next requests meet these, one each. */
  meet(...troubles: readonly Trouble[]): void;
  /** From now on only this token is good. */
  changeToken(token: string): void;
  close(): Promise<void>;
}

const requestSchema = z.object({
  operationName: z.string(),
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
});

const MOST_EXCHANGES = 100;
const MOST_BODY_BYTES = 256 * 1024;

/** Starts a shop at 127.0.0.1; `stock` is asked for at every request, so that the age of its orders stays the same. */
export async function startFakeShop(options: {
  readonly token: string;
  readonly stock: () => ShopStock;
}): Promise<FakeShop> {
  let { token } = options;
  let requestCount = 0;
  const troubles: Trouble[] = [];
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    requestCount += 1;
    readBody(request).then(
      (body) => {
        const trouble = troubles.shift();
        if (trouble !== undefined) return makeTrouble(trouble, request, response);
        if (request.headers["x-shopify-access-token"] !== token)
          return send(response, 401, { errors: "[API] Invalid API key or access token" });
        if (request.method !== "POST" || request.url !== PATH)
          return send(response, 404, { errors: "Not Found" });
        return answer(body, response);
      },
      () => response.destroy(),
    );
  });

  function answer(body: string, response: ServerResponse): void {
    const asked = readRequest(body);
    if (asked === undefined) return send(response, 400, { errors: "Bad Request" });
    const { operationName: operation, query: document, variables } = asked;
    const data = answerOperation(operation, variables, options.stock());
    if (data === undefined)
      return send(response, 200, {
        errors: [{ message: `${operation} is not known here`, extensions: { code: "undefined" } }],
      });
    exchanges.push({ operation, document, variables, data });
    exchanges.splice(0, Math.max(0, exchanges.length - MOST_EXCHANGES));
    return send(response, 200, { data, extensions: { cost: cost(2_000) } });
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake shop has no port");
  return {
    port: address.port,
    exchanges,
    requestCount: () => requestCount,
    meet: (...next) => void troubles.push(...next),
    changeToken: (next) => (token = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const PATH = `/admin/api/${API_VERSION}/graphql.json`;

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const piece: Buffer = Buffer.from(part);
    bytes += piece.length;
    if (bytes > MOST_BODY_BYTES) throw new Error("more than a shop reads");
    parts.push(piece);
  }
  return Buffer.concat(parts).toString("utf8");
}

function readRequest(body: string): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function makeTrouble(trouble: Trouble, request: IncomingMessage, response: ServerResponse): void {
  switch (trouble) {
    case "throttled":
      return send(response, 200, {
        errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
        extensions: { cost: cost(0) },
      });
    case "access_denied":
      return send(response, 200, {
        data: null,
        errors: [{ message: "Access denied", extensions: { code: "ACCESS_DENIED" } }],
      });
    case "dropped":
      return void request.socket.destroy();
    case "silent":
      return;
    default:
      if ("body" in trouble) return void response.writeHead(200).end(trouble.body);
      return send(response, trouble.status, { errors: "Trouble" }, trouble.headers);
  }
}

const cost = (currentlyAvailable: number) => ({
  requestedQueryCost: 100,
  actualQueryCost: 12,
  throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate: 100 },
});

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
    .end(JSON.stringify(body));
}
