import type { ActionCatalogue, ActionType } from "#core/engine";

const action = (
  name: string,
  title: string,
  about: Pick<ActionType, "isRepeatable" | "confirms" | "amount">,
): ActionType => ({
  name,
  integration: "test",
  title,
  description: `${title}, of the integration that only tests use`,
  inputs: [
    { name: "text", title: "Text", type: "string", isRequired: true },
    { name: "amount", title: "Amount", type: "number", isRequired: false },
    { name: "currency", title: "Currency", type: "string", isRequired: false },
  ],
  outputs: [{ name: "text", title: "Text", type: "string", isRequired: true }],
  perform: null,
  ...about,
});

/** Reads something: may be repeated at will. */
export const testRead = action("test.read@1", "Read", {
  isRepeatable: true,
  confirms: false,
  amount: null,
});
/** Changes something at a provider that takes keys: may be repeated under the same key. */
export const testKeyedWrite = action("test.keyed_write@1", "Write with a key", {
  isRepeatable: true,
  confirms: false,
  amount: { input: "amount", currencyInput: "currency" },
});
/** Changes something at a provider that takes no keys: must never be repeated when nobody knows whether it was done. */
export const testUnkeyedWrite = action("test.unkeyed_write@1", "Write without a key", {
  isRepeatable: false,
  confirms: false,
  amount: { input: "amount", currencyInput: "currency" },
});

/** What the test integration can do. */
export const testActions: ActionCatalogue = new Map(
  [testRead, testKeyedWrite, testUnkeyedWrite].map((one) => [one.name, one]),
);
