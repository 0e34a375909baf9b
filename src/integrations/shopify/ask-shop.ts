import {
  type CredentialValues,
  ProviderError,
  type Reach,
  createBoundClient,
} from "#integrations/kit";
import { z } from "zod";

/** Pinned: Shopify's dated versions change every quarter and each lives for a year. */
export const API_VERSION = "2026-07";

/** One operation of the Admin API: its document as it is sent, and what of the answer is read. */
export interface Operation<Data> {
  readonly name: string;
  readonly document: string;
  readonly data: z.ZodType<Data>;
}

const costSchema = z
  .object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  })
  .nullish()
  .catch(null);

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string() }).optional().catch(undefined) }))
    .nonempty()
    .optional(),
  extensions: z.object({ cost: costSchema }).optional().catch(undefined),
});
type Answer = z.infer<typeof answerSchema>;

/**
 * Asks the shop a question: a query, so that repeating it does no harm. What a customer wrote travels in variables only.
 * @throws ProviderError also for the errors that GraphQL reports with status 200.
 */
export async function askShop<Data>(
  reach: Reach,
  values: CredentialValues,
  { name, document, data }: Operation<Data>,
  variables: Readonly<Record<string, string | number>>,
): Promise<Data> {
  const shop = values["shop"] ?? "";
  const client = createBoundClient(reach, {
    origin: `https://${shop}`,
    secretHeaders: { "x-shopify-access-token": values["admin_token"] ?? "" },
  });
  const answer = await client.request(
    {
      method: "POST",
      path: `/admin/api/${API_VERSION}/graphql.json`,
      json: { operationName: name, query: document, variables },
      isRead: true,
    },
    answerSchema,
  );
  const problem = problemOf(answer, shop);
  if (problem !== undefined) throw problem;
  const parsed = data.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProviderError(
    "unreadable_answer",
    `${shop} answered with something else than it promises.`,
    { outcome: "not_done", details: { host: shop, at: issue?.path.map(String).join(".") ?? "" } },
  );
}

function problemOf({ errors, extensions }: Answer, shop: string): ProviderError | undefined {
  if (errors === undefined) return undefined;
  const codes = errors.map((error) => error.extensions?.code ?? "");
  const details = { host: shop, reason: codes.find((code) => code !== "")?.slice(0, 80) ?? "" };
  if (codes.includes("THROTTLED"))
    return new ProviderError("too_many_requests", `${shop} asks to be left alone for a while.`, {
      outcome: "not_done",
      retryAfterMs: waitForRoom(extensions?.cost),
      details,
    });
  if (codes.includes("ACCESS_DENIED"))
    return new ProviderError(
      "not_permitted",
      `The token for ${shop} lacks a permission (read_orders, read_customers).`,
      { outcome: "failed", details },
    );
  if (codes.includes("INTERNAL_SERVER_ERROR"))
    return new ProviderError("provider_failed", `${shop} answered that something is wrong.`, {
      outcome: "not_done",
      details,
    });
  return new ProviderError("request_refused", `${shop} refused the question.`, {
    outcome: "failed",
    details,
  });
}

/** How long it takes until the shop's bucket holds what the question costs. */
function waitForRoom(cost: z.infer<typeof costSchema>): number | null {
  if (cost === null || cost === undefined) return null;
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  const missing = cost.requestedQueryCost - currentlyAvailable;
  return missing <= 0 ? 0 : Math.ceil((missing / restoreRate) * 1_000);
}
