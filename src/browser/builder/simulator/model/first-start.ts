import type { SimulationStart } from "#core/domain";

/** How a simulation begins unless told otherwise: now, in the widget, with somebody of whom nothing is known, and everybody online. */
export const firstStart = (now: number, pageUrl: string): SimulationStart => ({
  starts_at: new Date(Math.floor(now / 60_000) * 60_000).toISOString(),
  channel: "widget",
  page_url: pageUrl,
  language: null,
  contact: { fields: {}, email_verification: "none", is_returning: false },
  offline_member_ids: [],
  delivery_fails: false,
  called_workflows: "live",
});
