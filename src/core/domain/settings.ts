import { z } from "zod";
import { teamIdSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** Phrases by language tag; a message that is one of them as a whole is understood. */
const phrasesSchema = z.record(
  z.string().max(35),
  z.array(z.string().trim().min(1).max(100)).max(100),
);

/** What a workspace may set; every part has the default of SPEC 2 to 4. */
export const workspaceSettingsSchema = z.strictObject({
  /** Proactive starts one contact may be shown. */
  attention: z
    .strictObject({
      minutes_between: z.int().min(0).max(1_440).default(10),
      per_session: z.int().min(0).max(100).default(2),
      per_week: z.int().min(0).max(100).default(3),
    })
    .prefault({}),
  /** What happens when a contact is left without an answer: an optional message, then an assignment. */
  fallback: z
    .strictObject({
      message: z.string().max(limits.messageCharacters).default(""),
      /** Null: the conversation’s own team, else every member. */
      team_id: teamIdSchema.nullable().default(null),
    })
    .prefault({}),
  phrases: z
    .strictObject({
      talk_to_person: phrasesSchema.prefault({
        en: [
          "talk to a person",
          "talk to a human",
          "speak to a person",
          "human",
          "agent",
          "real person",
        ],
        de: ["mit einem menschen sprechen", "mensch", "mitarbeiter", "echte person"],
        fr: ["parler à une personne", "parler à un humain", "humain", "conseiller"],
        es: ["hablar con una persona", "persona", "humano", "agente"],
      }),
      thanks: phrasesSchema.prefault({
        en: [
          "thanks",
          "thank you",
          "thx",
          "ty",
          "thanks a lot",
          "many thanks",
          "great thanks",
          "ok thanks",
          "perfect thanks",
        ],
        de: [
          "danke",
          "vielen dank",
          "danke schön",
          "dankeschön",
          "super danke",
          "ok danke",
          "perfekt danke",
        ],
        fr: ["merci", "merci beaucoup", "ok merci", "super merci", "parfait merci"],
        es: ["gracias", "muchas gracias", "ok gracias", "perfecto gracias"],
      }),
    })
    .prefault({}),
  run_lifetime_days: z.int().min(1).max(3_650).default(limits.runLifetimeDays),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;

/** The settings of a workspace that has set nothing. */
export const defaultSettings: WorkspaceSettings = workspaceSettingsSchema.parse({});
