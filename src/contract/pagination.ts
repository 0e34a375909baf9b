import { z } from "zod";

/** Query of every list. `cursor` is what the page before gave as `next_cursor`; opaque. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A page of a list, newest or first things first; `next_cursor` null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });

/** An ISO 8601 moment in UTC with milliseconds. */
export const momentSchema = z.iso.datetime();
