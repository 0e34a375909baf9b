import type { ActionCatalogue, ActionType } from "#core/engine";

const order = { name: "order", title: "Order", type: "string", isRequired: true } as const;

const findOrder: ActionType = {
  name: "pretend.find_order@1",
  integration: "pretend",
  title: "Find order",
  description: "Looks an order up.",
  inputs: [order],
  outputs: [
    { name: "status", title: "Status", type: "string", isRequired: true },
    { name: "total", title: "Total", type: "number", isRequired: true },
  ],
  isRepeatable: true,
  confirms: false,
  amount: null,
  perform: null,
};

const refundOrder: ActionType = {
  name: "pretend.refund_order@1",
  integration: "pretend",
  title: "Refund order",
  description: "Pays money back for an order.",
  inputs: [
    order,
    { name: "amount", title: "Amount", type: "number", isRequired: true },
    { name: "currency", title: "Currency", type: "string", isRequired: false },
  ],
  outputs: [{ name: "refund", title: "Refund", type: "string", isRequired: true }],
  isRepeatable: false,
  confirms: true,
  amount: { input: "amount", currencyInput: "currency" },
  perform: null,
};

/** Actions of a machine that is only pretended: whoever plays the world says what its calls come to. */
export const pretendActions: ActionCatalogue = new Map(
  [findOrder, refundOrder].map((action) => [action.name, action]),
);
