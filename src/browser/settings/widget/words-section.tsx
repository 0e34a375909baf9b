import { type WidgetSettings, widgetLanguages, widgetTextNames } from "#core/domain";
import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { Field } from "../field.tsx";
import { SettingsSection } from "../settings-page.tsx";
import { languageNames, textAbouts } from "./words.ts";
import type { SettingsDraft } from "./use-settings-draft.ts";

type Language = (typeof widgetLanguages)[number];

const modes = [
  { value: "page", label: "The page's language" },
  { value: "visitor", label: "The visitor's browser" },
  { value: "fixed", label: "Always one" },
];
const languages = widgetLanguages.map((value) => ({ value, label: languageNames[value] }));

/** Which language the widget speaks, and own words in each. */
export const WordsSection = ({
  draft,
  language,
  onLanguage,
}: {
  draft: SettingsDraft;
  /** The one whose words are written now; the preview shows it too. */
  language: Language;
  onLanguage: (language: Language) => void;
}) => {
  const { settings, change, problems } = draft;
  const toLanguage = (value: string | null): Language =>
    widgetLanguages.find((one) => one === value) ?? "en";
  const write = (name: (typeof widgetTextNames)[number], text: string): void => {
    const own: Partial<Record<typeof name, string>> = { ...settings.texts[language] };
    if (text === "") delete own[name];
    else own[name] = text;
    const texts: WidgetSettings["texts"] = { ...settings.texts, [language]: own };
    if (Object.keys(own).length === 0) delete texts[language];
    change({ texts });
  };
  return (
    <SettingsSection
      title="Words"
      about="The widget speaks English, German, French and Spanish. Leave a field empty for its own words."
    >
      <Field label="Language">
        <SegmentedControl
          aria-label="Language"
          data={modes}
          value={settings.language.mode}
          onChange={(value) =>
            change({
              language: {
                ...settings.language,
                mode: value === "visitor" || value === "fixed" ? value : "page",
              },
            })
          }
        />
      </Field>
      {settings.language.mode === "fixed" && (
        <Select
          label="Which"
          data={languages}
          allowDeselect={false}
          value={settings.language.fixed}
          onChange={(value) =>
            change({ language: { ...settings.language, fixed: toLanguage(value) } })
          }
        />
      )}
      <Select
        label="Own words in"
        data={languages}
        allowDeselect={false}
        value={language}
        onChange={(value) => onLanguage(toLanguage(value))}
      />
      {widgetTextNames.map((name) => (
        <TextInput
          key={name}
          label={textAbouts[name].label}
          description={textAbouts[name].about}
          maxLength={300}
          value={settings.texts[language]?.[name] ?? ""}
          onChange={(event) => write(name, event.currentTarget.value)}
          error={problems[`texts.${language}.${name}`]}
        />
      ))}
    </SettingsSection>
  );
};
