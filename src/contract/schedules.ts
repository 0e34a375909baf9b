import { limits, scheduleSchema } from "#core/domain";
import { z } from "zod";

const nameSchema = z.string().trim().min(1, "give it a name").max(limits.nameCharacters);

/** Hours that the workspace has under a name, and what they say now. */
export const namedScheduleSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** The workspace's own hours: what `{{ schedule.next_open }}` reads. One schedule is, whenever there is any. */
  is_default: z.boolean(),
  schedule: scheduleSchema,
  is_open: z.boolean(),
  /** When it opens the next time after now; null when it does not within 366 days. */
  next_open: z.iso.datetime().nullable(),
  /** When it closes the next time; null when it does not within 366 days. */
  next_close: z.iso.datetime().nullable(),
});
export type NamedScheduleBody = z.infer<typeof namedScheduleSchema>;

export const createScheduleSchema = z.strictObject({
  name: nameSchema,
  schedule: scheduleSchema.prefault({}),
  is_default: z.boolean().default(false),
});
export const changeScheduleSchema = z.strictObject({
  name: nameSchema.optional(),
  /** Replaces the hours as a whole. */
  schedule: scheduleSchema.optional(),
  is_default: z.literal(true, "make another schedule the default instead").optional(),
});
