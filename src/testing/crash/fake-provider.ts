import { type IncomingMessage, createServer } from "node:http";
import { z } from "zod";

const requestSchema = z.object({ action: z.string(), text: z.string() });

/** One request as the provider got it. */
interface ProviderRequest {
  readonly action: string;
  readonly key: string;
  readonly text: string;
}

/**
 * Somebody else's machine, in a process that does not die: what it did, it did. A read changes nothing, a keyed write is applied
 * once per key, an unkeyed one as often as it comes.
 */
export interface FakeProvider {
  readonly url: string;
  readonly requests: readonly ProviderRequest[];
  /** How often something was really done, by key. */
  readonly applied: ReadonlyMap<string, number>;
  /** Between the work and the answer; a test may make it longer. */
  answerDelayMs: number;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const requests: ProviderRequest[] = [];
  const applied = new Map<string, number>();
  const provider = { url: "", requests, applied, answerDelayMs: 20 };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { action, text } = requestSchema.parse(JSON.parse(body));
      const key = String(request.headers["idempotency-key"]);
      requests.push({ action, key, text });
      const before = applied.get(key) ?? 0;
      if (action !== "test.read@1" && !(action === "test.keyed_write@1" && before > 0))
        applied.set(key, before + 1);
      response.writeHead(200, { "content-type": "application/json" });
      response.flushHeaders(); // the work is done; the answer takes its time
      setTimeout(() => response.end(JSON.stringify(text)), provider.answerDelayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the provider has no port");
  return Object.assign(provider, {
    url: `http://127.0.0.1:${address.port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
