import {
  type Contact,
  editableContactFieldsSchema,
  memberIdSchema,
  verifications,
} from "#core/domain";
import { z } from "zod";

/** What a story may say of a contact beforehand, by the names that conditions use. */
export const contactFieldsSchema = editableContactFieldsSchema
  .extend({
    email_verification: z.enum(verifications).optional(),
    external_id: z.string().optional(),
    owner_id: memberIdSchema.optional(),
  })
  .transform((fields): Partial<Contact> => {
    const { lifecycle_stage, email_verification, external_id, owner_id, ...rest } = fields;
    const same = Object.entries(rest).filter(([, value]) => value !== undefined);
    return {
      ...Object.fromEntries(same),
      ...(lifecycle_stage === undefined ? {} : { lifecycleStage: lifecycle_stage }),
      ...(email_verification === undefined ? {} : { emailVerification: email_verification }),
      ...(external_id === undefined ? {} : { externalId: external_id }),
      ...(owner_id === undefined ? {} : { ownerId: owner_id }),
    };
  });
