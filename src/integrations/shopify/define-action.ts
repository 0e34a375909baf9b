import type { Json, JsonObject } from "#core/domain";
import type { ActionField } from "#core/engine";
import { type ActionUse, type OutsideAction, ProviderError } from "#integrations/kit";
import type { z } from "zod";

interface LookUp<Input> {
  /** Its own part of the name: `find_order`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: readonly ActionField[];
  readonly outputs: readonly ActionField[];
  readonly schema: z.ZodType<Input>;
  readonly example: JsonObject;
  readonly perform: (input: Input, use: ActionUse) => Promise<Json>;
}

/** Makes an action that only reads: repeatable, without a confirmation, and moving no money. */
export const defineLookUp = <Input>({
  name,
  schema,
  perform,
  ...shown
}: LookUp<Input>): OutsideAction => ({
  ...shown,
  name: `shopify.${name}@1`,
  integration: "shopify",
  isRepeatable: true,
  confirms: false,
  amount: null,
  perform: null,
  call: async (input, use) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return await perform(parsed.data, use);
    const [issue] = parsed.error.issues;
    throw new ProviderError(
      "unsafe_value",
      `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "does not fit"}`,
      { outcome: "failed" },
    );
  },
});
