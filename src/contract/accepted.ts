import { z } from "zod";

/** Body of every 202: the event is stored and will be handled; its result arrives by socket or by reading again. */
export const acceptedSchema = z.strictObject({ state: z.literal("pending"), event_id: z.uuid() });
export type AcceptedBody = z.infer<typeof acceptedSchema>;
