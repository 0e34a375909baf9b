import type { WidgetSettingsBody } from "#contract";
import { type WidgetSettings, widgetSettingsSchema } from "#core/domain";
import { ApiProblem, explainError, useChangeWidgetSettings } from "#browser/data";
import { notifyDone } from "#browser/ui";
import { useEffect, useState } from "react";

/** Settings as they stand on the screen, and what may be done with them. */
export interface SettingsDraft {
  readonly settings: WidgetSettings;
  readonly change: (part: Partial<WidgetSettings>) => void;
  readonly isChanged: boolean;
  /** What is wrong, by the path of the field, such as `theme.accent_color`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly isSaving: boolean;
  /** Why the last attempt failed; null: it did not. */
  readonly failure: string | null;
  /** Somebody else has saved since these were loaded. */
  readonly isOutdated: boolean;
  readonly save: () => void;
  readonly discard: () => void;
}

/** Keeps what is changed on the screen until it is saved; what somebody else saves meanwhile is never overwritten unasked. */
export const useSettingsDraft = (saved: WidgetSettingsBody): SettingsDraft => {
  const saving = useChangeWidgetSettings();
  const [base, setBase] = useState(saved);
  const [settings, setSettings] = useState(saved.settings);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(base.settings);
  const isOutdated = saved.updated_at !== base.updated_at;
  // Nothing is written on this screen that a newer state could take away.
  if (!isChanged && isOutdated) {
    setBase(saved);
    setSettings(saved.settings);
  }
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);
  const parsed = widgetSettingsSchema.safeParse(settings);
  const problems = Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );
  const isTaken = saving.error instanceof ApiProblem && saving.error.code === "settings_changed";
  return {
    settings,
    change: (part) => setSettings((before) => ({ ...before, ...part })),
    isChanged,
    problems,
    isSaving: saving.isPending,
    failure: saving.error === null || isTaken ? null : explainError(saving.error),
    isOutdated: isChanged && isOutdated,
    save: () => {
      if (!parsed.success) return;
      saving.mutate(
        // Saving over somebody else's change is only possible after it has been said.
        { ...parsed.data, updated_at: isOutdated ? saved.updated_at : base.updated_at },
        {
          onSuccess: (after) => {
            setBase(after);
            setSettings(after.settings);
            notifyDone("The widget's settings are saved.");
          },
        },
      );
    },
    discard: () => {
      saving.reset();
      setBase(saved);
      setSettings(saved.settings);
    },
  };
};
