import { fileKinds, type WidgetSettings } from "#core/domain";
import { MultiSelect, NumberInput, Select, Switch, TagsInput } from "@mantine/core";
import { SettingsSection } from "../settings-page.tsx";
import type { SettingsDraft } from "./use-settings-draft.ts";

/** What the sensor may do, and where the widget may stand. */
export const PrivacySection = ({ draft }: { draft: SettingsDraft }) => {
  const { privacy, allowed_origins } = draft.settings;
  const change = (part: Partial<WidgetSettings["privacy"]>): void =>
    draft.change({ privacy: { ...privacy, ...part } });
  const wrong = Object.entries(draft.problems).find(([at]) => at.startsWith("allowed_origins"));
  return (
    <SettingsSection
      title="Privacy and places"
      about="Nothing is sent before a trigger fires or the chat is opened. What somebody types or clicks never leaves the page."
    >
      <Switch
        label="Ask for consent first"
        description="Nothing is stored or sensed until your page has called switchboard(“consent”, “given”)."
        checked={privacy.consent_required}
        onChange={(event) => change({ consent_required: event.currentTarget.checked })}
      />
      <Switch
        label="Respect Global Privacy Control"
        description="With it on in the visitor's browser, behaviour is not sensed. The chat works all the same."
        checked={privacy.respect_gpc}
        onChange={(event) => change({ respect_gpc: event.currentTarget.checked })}
      />
      <Switch
        label="Respect Do Not Track"
        checked={privacy.respect_dnt}
        onChange={(event) => change({ respect_dnt: event.currentTarget.checked })}
      />
      <TagsInput
        label="Sites that may use the widget"
        description="Such as https://shop.example or https://*.shop.example. With none, every site may."
        placeholder={allowed_origins.length === 0 ? "Every site" : ""}
        value={allowed_origins}
        onChange={(origins) => draft.change({ allowed_origins: origins })}
        error={wrong?.[1]}
      />
    </SettingsSection>
  );
};

const modes = [
  { value: "off", label: "Not at all: everybody stays anonymous" },
  { value: "optional", label: "Signed, or by what the page says" },
  { value: "required", label: "Only signed by your server" },
] as const;

/** How a page says who its visitor is. */
export const IdentitySection = ({
  draft,
  secrets,
}: {
  draft: SettingsDraft;
  secrets: React.ReactNode;
}) => {
  const { identity } = draft.settings;
  const change = (part: Partial<WidgetSettings["identity"]>): void =>
    draft.change({ identity: { ...identity, ...part } });
  return (
    <SettingsSection
      title="Signed-in visitors"
      about="Your server signs who the visitor is, so that nobody can pretend to be somebody else. Anonymous visitors may still chat."
    >
      <Select
        label="The page may say who the visitor is"
        data={[...modes]}
        allowDeselect={false}
        value={identity.mode}
        onChange={(value) =>
          change({ mode: modes.find((mode) => mode.value === value)?.value ?? "optional" })
        }
      />
      <Switch
        label="Signed-in visitors only"
        description="Without a signature there is no chat."
        checked={identity.signed_in_only}
        onChange={(event) => change({ signed_in_only: event.currentTarget.checked })}
      />
      {secrets}
    </SettingsSection>
  );
};

/** What visitors may send. */
export const FilesSection = ({ draft }: { draft: SettingsDraft }) => {
  const { attachments } = draft.settings;
  const change = (part: Partial<WidgetSettings["attachments"]>): void =>
    draft.change({ attachments: { ...attachments, ...part } });
  return (
    <SettingsSection title="Files">
      <Switch
        label="Visitors may send files"
        checked={attachments.is_allowed}
        onChange={(event) => change({ is_allowed: event.currentTarget.checked })}
      />
      {attachments.is_allowed && (
        <>
          <div className="settings-pair">
            <NumberInput
              label="Files in a message"
              min={1}
              max={10}
              allowDecimal={false}
              value={attachments.max_files}
              onChange={(value) => change({ max_files: Number(value) })}
              error={draft.problems["attachments.max_files"]}
            />
            <NumberInput
              label="Each at most"
              suffix=" MB"
              min={1}
              max={10}
              allowDecimal={false}
              value={attachments.max_megabytes}
              onChange={(value) => change({ max_megabytes: Number(value) })}
              error={draft.problems["attachments.max_megabytes"]}
            />
          </div>
          <MultiSelect
            label="Kinds"
            description="Judged by content, not by name. With none, every kind."
            data={fileKinds.map((kind) => ({ value: kind, label: fileWords[kind] }))}
            value={attachments.kinds}
            onChange={(kinds) =>
              change({ kinds: fileKinds.filter((kind) => kinds.includes(kind)) })
            }
          />
        </>
      )}
    </SettingsSection>
  );
};

const fileWords: Readonly<Record<(typeof fileKinds)[number], string>> = {
  image: "Pictures",
  pdf: "PDF",
  document: "Documents",
  spreadsheet: "Spreadsheets",
  audio: "Sound",
  video: "Video",
  archive: "Archives",
};
