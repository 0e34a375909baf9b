import type { WidgetConfigBody } from "../src/contract/widget.ts";
import { defaultWidgetSettings } from "../src/core/domain/widget-settings.ts";

const { theme, language, texts, privacy, identity, attachments } = defaultWidgetSettings;

/** What the server tells the widget of a workspace that has set and armed nothing. */
export const unsetConfig: WidgetConfigBody = {
  workspace_name: "Northwind Outdoor",
  language: "en",
  armed: [],
  theme: { ...theme, logo_path: null },
  texts,
  language_choice: language,
  privacy,
  identity,
  attachments,
};
