import { z } from "zod";

/** Languages the widget's own texts exist in. */
export const widgetLanguages = ["en", "de", "fr", "es"] as const;

/** Texts of the widget that a workspace may word itself, per language; the others are the widget's own. */
export const widgetTextNames = [
  "greeting_title",
  "greeting_text",
  "who_answers",
  "away",
  "composer_hint",
  "team_name",
  "launcher_label",
  "talk_to_person",
  "email_question",
] as const;

/** How the page may say who the visitor is: by unsigned claims; signed by the site's server or by claims; only signed. */
export const identityModes = ["off", "optional", "required"] as const;

/** Kinds of files, judged by content; a document may be a PDF. */
export const fileKinds = [
  "image",
  "pdf",
  "document",
  "spreadsheet",
  "audio",
  "video",
  "archive",
] as const;

const textsSchema = z.partialRecord(
  z.enum(widgetTextNames),
  z.string().trim().min(1, "write the text, or leave it out").max(300),
);

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?$/;

/** An origin such as `https://shop.example`; `https://*.shop.example` is every name below it. */
const originSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(ORIGIN, "write an origin such as https://shop.example or https://*.shop.example");

const offsetSchema = z.int().min(0).max(200);

// No defaults in these: a change leaves what it does not name.
const themeSchema = z.strictObject({
  accent_color: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "write a colour such as #0d6e66"),
  color_scheme: z.enum(["auto", "light", "dark"]),
  /** The corner at the bottom; `end` is right where people read from left to right. */
  side: z.enum(["start", "end"]),
  /** Distance from the corner's edges in CSS pixels. */
  offset_x: offsetSchema,
  offset_y: offsetSchema,
});
const languageSchema = z.strictObject({
  /** `page`: the page's, else the browser's; `visitor`: the browser's; `fixed`: always the one below. */
  mode: z.enum(["page", "visitor", "fixed"]),
  fixed: z.enum(widgetLanguages),
});
const privacySchema = z.strictObject({
  /** Global Privacy Control of the browser keeps the sensor off. */
  respect_gpc: z.boolean(),
  /** Do Not Track keeps the sensor off. */
  respect_dnt: z.boolean(),
  /** Nothing is stored or sensed until the page grants consent. */
  consent_required: z.boolean(),
});
const identitySchema = z.strictObject({
  mode: z.enum(identityModes),
  /** No chat before the site's server has signed who it is. */
  signed_in_only: z.boolean(),
});
const attachmentsSchema = z.strictObject({
  is_allowed: z.boolean(),
  /** In one message. */
  max_files: z.int().min(1).max(10),
  /** Each. */
  max_megabytes: z.int().min(1).max(10),
  /** None named: every kind. */
  kinds: z.array(z.enum(fileKinds)).max(fileKinds.length),
});

/** What a workspace has set about its widget. */
export const widgetSettingsSchema = z.strictObject({
  theme: themeSchema,
  language: languageSchema,
  /** Own words, by language and name. */
  texts: z.partialRecord(z.enum(widgetLanguages), textsSchema),
  privacy: privacySchema,
  /** Pages that may use the widget; none named: every page. */
  allowed_origins: z.array(originSchema).max(50, "at most 50 origins"),
  identity: identitySchema,
  attachments: attachmentsSchema,
});
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>;

/** A change: fields not named stay; `texts` and lists are replaced as a whole. */
export const widgetSettingsChangeSchema = z
  .strictObject({
    theme: themeSchema.partial(),
    language: languageSchema.partial(),
    texts: widgetSettingsSchema.shape.texts,
    privacy: privacySchema.partial(),
    allowed_origins: widgetSettingsSchema.shape.allowed_origins,
    identity: identitySchema.partial(),
    attachments: attachmentsSchema.partial(),
  })
  .partial();
export type WidgetSettingsChange = z.infer<typeof widgetSettingsChangeSchema>;

/** The widget of a workspace that has set nothing. */
export const defaultWidgetSettings: WidgetSettings = {
  theme: {
    accent_color: "#0d6e66",
    color_scheme: "auto",
    side: "end",
    offset_x: 20,
    offset_y: 20,
  },
  language: { mode: "page", fixed: "en" },
  texts: {},
  privacy: { respect_gpc: true, respect_dnt: false, consent_required: false },
  allowed_origins: [],
  identity: { mode: "optional", signed_in_only: false },
  attachments: { is_allowed: true, max_files: 5, max_megabytes: 10, kinds: [] },
};

/** Makes the settings that a change leaves; what an older build saved is a change of today's defaults. */
export const changeWidgetSettings = (
  settings: WidgetSettings,
  change: WidgetSettingsChange,
): WidgetSettings =>
  widgetSettingsSchema.parse({
    theme: { ...settings.theme, ...change.theme },
    language: { ...settings.language, ...change.language },
    texts: change.texts ?? settings.texts,
    privacy: { ...settings.privacy, ...change.privacy },
    allowed_origins: change.allowed_origins ?? settings.allowed_origins,
    identity: { ...settings.identity, ...change.identity },
    attachments: { ...settings.attachments, ...change.attachments },
  });
