import type { WidgetSettings } from "#core/domain";
import { ColorInput, NumberInput, SegmentedControl } from "@mantine/core";
import { Field } from "../field.tsx";
import { SettingsSection } from "../settings-page.tsx";
import type { SettingsDraft } from "./use-settings-draft.ts";
import { LogoField } from "./logo-field.tsx";

const swatches = ["#0d6e66", "#1f62c9", "#6941c6", "#c0271c", "#b45309", "#1f1f1d"];
const schemes = [
  { value: "auto", label: "As the visitor's device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];
const sides = [
  { value: "start", label: "Left" },
  { value: "end", label: "Right" },
];

/** Colour, logo and place. */
export const LookSection = ({ draft, logo }: { draft: SettingsDraft; logo: string | null }) => {
  const { theme } = draft.settings;
  const change = (part: Partial<WidgetSettings["theme"]>): void =>
    draft.change({ theme: { ...theme, ...part } });
  return (
    <SettingsSection title="Look">
      <ColorInput
        label="Colour"
        description="Of the launcher, the visitor's messages and buttons. The text on it turns dark or light by itself."
        value={theme.accent_color}
        onChange={(accent_color) => change({ accent_color })}
        swatches={swatches}
        error={draft.problems["theme.accent_color"]}
      />
      <LogoField path={logo} />
      <Field label="Light or dark">
        <SegmentedControl
          aria-label="Light or dark"
          data={schemes}
          value={theme.color_scheme}
          onChange={(value) =>
            change({ color_scheme: value === "light" || value === "dark" ? value : "auto" })
          }
        />
      </Field>
      <Field label="Corner" description="Mirrored on pages that are read from right to left.">
        <SegmentedControl
          aria-label="Corner"
          data={sides}
          value={theme.side}
          onChange={(value) => change({ side: value === "start" ? "start" : "end" })}
        />
      </Field>
      <div className="settings-pair">
        <NumberInput
          label="From the side"
          suffix=" px"
          min={0}
          max={200}
          allowDecimal={false}
          value={theme.offset_x}
          onChange={(value) => change({ offset_x: Number(value) })}
          error={draft.problems["theme.offset_x"]}
        />
        <NumberInput
          label="From the bottom"
          suffix=" px"
          min={0}
          max={200}
          allowDecimal={false}
          value={theme.offset_y}
          onChange={(value) => change({ offset_y: Number(value) })}
          error={draft.problems["theme.offset_y"]}
        />
      </div>
    </SettingsSection>
  );
};
