import { IconAction } from "#browser/ui";
import { isLanguageTag, type LocalizedText } from "#core/domain";
import { Button, Menu, SegmentedControl, TextInput } from "@mantine/core";
import { IconLanguage, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { hasVariant } from "./localized.ts";
import type { ShownLanguage } from "./use-languages.ts";

/** Offered by name; any other is typed as its tag. */
const common = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "tr", "ja", "zh"];
const names = new Intl.DisplayNames(["en"], { type: "language" });

/** A language's English name, or its tag where it has none. */
export const languageName = (tag: string): string =>
  isLanguageTag(tag) ? (names.of(tag) ?? tag) : tag;

interface LanguageSwitcherProps {
  readonly language: ShownLanguage;
  /** The panel's texts: a language in which some of them say nothing is marked. */
  readonly texts: readonly LocalizedText[];
  /** Takes a language out of all of them. */
  readonly onRemove: (language: string) => void;
}

/** Chooses in which language the texts of a panel are shown, adds one and takes one out. */
export const LanguageSwitcher = ({ language, texts, onRemove }: LanguageSwitcherProps) => {
  const { base, shown, languages } = language;
  const isIncomplete = (tag: string) =>
    texts.some((text) => text !== "" && !hasVariant(text, tag, base));
  return (
    <div className="editing-languages" role="group" aria-label="Language of the texts">
      {languages.length > 0 && (
        <SegmentedControl
          size="xs"
          aria-label="Language shown"
          data={languages.map((tag) => ({
            value: tag,
            label: `${languageName(tag)}${isIncomplete(tag) ? " •" : ""}`,
          }))}
          value={shown}
          onChange={language.show}
        />
      )}
      {languages.length > 0 && shown !== base && (
        <IconAction
          label={`Remove ${languageName(shown)}`}
          size="sm"
          onClick={() => {
            onRemove(shown);
            language.forget(shown);
          }}
        >
          <IconX size={14} />
        </IconAction>
      )}
      <AddLanguage taken={[base, ...languages]} onAdd={language.add} />
    </div>
  );
};

const AddLanguage = ({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (tag: string) => void;
}) => {
  const [tag, setTag] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const add = (language: string) => {
    setIsOpen(false);
    setTag("");
    onAdd(language);
  };
  const canAdd = isLanguageTag(tag) && !taken.includes(tag);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconLanguage size={14} />}>
          Add a language
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <form
          className="editing-language-tag"
          onSubmit={(event) => {
            event.preventDefault();
            if (canAdd) add(tag);
          }}
        >
          <TextInput
            size="xs"
            aria-label="Language tag"
            placeholder="Another, as pt-BR"
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value.trim())}
          />
          <Button type="submit" size="xs" variant="default" disabled={!canAdd}>
            Add
          </Button>
        </form>
        {common
          .filter((each) => !taken.includes(each))
          .map((each) => (
            <Menu.Item key={each} onClick={() => add(each)}>
              {languageName(each)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
};
