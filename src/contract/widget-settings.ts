import { widgetSettingsChangeSchema, widgetSettingsSchema } from "#core/domain";
import { z } from "zod";
import { momentSchema } from "./pagination.ts";

/** A secret with which the site's server signs who its visitors are; the secret itself is never shown again. */
export const identitySecretSchema = z.strictObject({
  id: z.uuid(),
  /** The last four characters, to tell secrets apart. */
  ending: z.string(),
  created_at: momentSchema,
  /** When a signature was last made with it, to the minute; null: never. */
  last_used_at: momentSchema.nullable(),
});
export type IdentitySecretBody = z.infer<typeof identitySecretSchema>;

/** All that the workspace has set about its widget. */
export const widgetSettingsDetailSchema = z.strictObject({
  settings: widgetSettingsSchema,
  /** Where the logo is, below the server's address; null: none. */
  logo: z.strictObject({ path: z.string(), bytes: z.int() }).nullable(),
  /** At most two stand at a time, so that one can be replaced without a gap. */
  identity_secrets: z.array(identitySecretSchema),
  /** What a signed identity must name as its audience: the workspace's public key. */
  audience: z.string(),
  /** Names this state of the settings; null: nothing was set yet. */
  updated_at: momentSchema.nullable(),
});
export type WidgetSettingsBody = z.infer<typeof widgetSettingsDetailSchema>;

/** Fields not named stay. With `updated_at`, the state that was changed on the screen: 409 `settings_changed` when there is a newer one. */
export const changeWidgetSettingsSchema = widgetSettingsChangeSchema.extend({
  updated_at: momentSchema.nullable().optional(),
});

/** A PNG or JPEG, at most 100 kB, as base64. */
export const widgetLogoSchema = z.strictObject({ data: z.base64().min(1).max(140_000) });

/** The only answer that holds the secret. */
export const createdIdentitySecretSchema = identitySecretSchema.extend({ secret: z.string() });

/** A site where the widget asked for its configuration, at most once a minute. */
export const widgetSightingSchema = z.strictObject({
  origin: z.string(),
  first_seen_at: momentSchema,
  last_seen_at: momentSchema,
  /** It is none of the allowed origins. */
  was_refused: z.boolean(),
});
export type WidgetSightingBody = z.infer<typeof widgetSightingSchema>;

/** A page of the own site to open with the signal inspector. */
export const openInspectionSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: "write an address such as https://shop.example/cart" })
    .max(2_000),
});
export const openedInspectionSchema = z.strictObject({
  /** The page, with what opens the inspector behind its `#`. */
  link: z.string(),
  expires_at: momentSchema,
});

/** The addresses of the widget's settings under /api/v1. */
export const widgetSettingsEndpoints = {
  getWidgetSettings: {
    method: "GET",
    path: "/widget-settings",
    answer: widgetSettingsDetailSchema,
  },
  changeWidgetSettings: {
    method: "PATCH",
    path: "/widget-settings",
    body: changeWidgetSettingsSchema,
    answer: widgetSettingsDetailSchema,
  },
  listWidgetSightings: {
    method: "GET",
    path: "/widget-settings/sightings",
    answer: z.strictObject({ items: z.array(widgetSightingSchema) }),
  },
  openInspection: {
    method: "POST",
    path: "/widget-settings/inspections",
    body: openInspectionSchema,
    answer: openedInspectionSchema,
  },
  setWidgetLogo: {
    method: "PUT",
    path: "/widget-settings/logo",
    body: widgetLogoSchema,
    answer: widgetSettingsDetailSchema,
  },
  deleteWidgetLogo: { method: "DELETE", path: "/widget-settings/logo", answer: null },
  createIdentitySecret: {
    method: "POST",
    path: "/widget-settings/identity-secrets",
    answer: createdIdentitySecretSchema,
  },
  deleteIdentitySecret: {
    method: "DELETE",
    path: "/widget-settings/identity-secrets/:identity_secret_id",
    answer: null,
  },
} as const;
