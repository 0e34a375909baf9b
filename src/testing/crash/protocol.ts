import type { Accepted, NewEvent } from "#server/accept";
import { z } from "zod";

/** What the test tells the process that will die. */
export const toChildSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("accept"), id: z.number(), event: z.custom<NewEvent>() }),
  /** From now on its clock runs so far ahead of this machine's. */
  z.object({ type: z.literal("move_clock"), aheadMs: z.number() }),
]);
export type ToChild = z.infer<typeof toChildSchema>;

/** What it says while it lives. */
export const fromChildSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), connectionString: z.string() }),
  z.object({ type: z.literal("accepted"), id: z.number(), accepted: z.custom<Accepted>() }),
  z.object({ type: z.literal("refused"), id: z.number(), code: z.string(), message: z.string() }),
]);
export type FromChild = z.infer<typeof fromChildSchema>;
