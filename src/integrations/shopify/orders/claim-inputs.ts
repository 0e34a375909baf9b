import type { ActionField } from "#core/engine";
import { z } from "zod";
import { emailLevels } from "./look-up-order.ts";

const LATE_AFTER_DAYS = 10; // what most shops promise within, with some patience
const LONGEST_DAYS = 365;

/** What every look-up of an order asks for. */
export const claimInputs: readonly ActionField[] = [
  { name: "order_number", title: "Order number", type: "string", isRequired: true },
  { name: "email", title: "E-mail of the order", type: "string", isRequired: true },
  {
    name: "email_must_be",
    title: "The address must be",
    type: "string",
    isRequired: false,
    values: emailLevels,
  },
  { name: "late_after_days", title: "Late after days", type: "number", isRequired: false },
];

export const claimShape = {
  order_number: z.string(),
  email: z.string(),
  email_must_be: z
    .enum(emailLevels)
    .nullish()
    .transform((level) => level ?? "proven"),
  late_after_days: z
    .number()
    .min(1)
    .max(LONGEST_DAYS)
    .nullish()
    .transform((days) => days ?? LATE_AFTER_DAYS),
};
