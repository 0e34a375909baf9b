import { type Json, toWorkflowId, type Occurrence } from "#core/domain";
import { aTriggerContext, bindTrigger } from "#testing/builders";
import { expect, it } from "vitest";
import { incomingWebhook } from "./trigger.ts";

const posted = (payload: Json): Occurrence => ({
  type: "webhook",
  workflowId: toWorkflowId("00000000-0000-7000-8000-00000000000b"),
  payload,
});
const trigger = bindTrigger(incomingWebhook, {
  contact_by: "external_id",
  contact_path: "customer.id",
  inputs: [
    { name: "order_id", path: "order.id", is_required: true },
    { name: "first_item", path: "order.items.0.name" },
    { name: "none", path: "__proto__" },
  ],
});

it("starts with the values of the payload it names", () => {
  const payload = { order: { id: "A-1", items: [{ name: "tent" }] }, customer: { id: 7 } };
  expect(trigger.matches(posted(payload), aTriggerContext())).toEqual({
    match: "yes",
    inputs: { order_id: "A-1", first_item: "tent" },
  });
});

it.each<Json>([{}, { order: null }, { order: [] }, "text", null, []])(
  "records a payload without a value it needs: %j",
  (payload) => {
    expect(trigger.matches(posted(payload), aTriggerContext())).toEqual({
      match: "filtered",
      evidence: { field: "input order_id", actual: null, expected: "order.id" },
    });
  },
);

it("says where the contact is found", () => {
  expect(trigger.need).toEqual({
    kind: "webhook",
    contactBy: "external_id",
    contactPath: "customer.id",
  });
});

it.each(["", "a b", "a..b", ".a", "a.", "{{ a }}"])("refuses the place %j", (contact_path) => {
  expect(incomingWebhook.bind({ contact_path }).ok).toBe(false);
});
