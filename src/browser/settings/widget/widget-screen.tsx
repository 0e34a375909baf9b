import type { WidgetSettingsBody } from "#contract";
import type { widgetLanguages } from "#core/domain";
import { explainError, useMe, useWidgetSettings } from "#browser/data";
import { ErrorState, LoadingState } from "#browser/ui";
import { useState } from "react";
import { SettingsPage } from "../settings-page.tsx";
import { IdentitySecrets } from "./identity-secrets.tsx";
import { LookSection } from "./look-section.tsx";
import { SaveBar } from "./save-bar.tsx";
import { FilesSection, IdentitySection, PrivacySection } from "./trust-sections.tsx";
import { useSettingsDraft } from "./use-settings-draft.ts";
import { WidgetPreview } from "./widget-preview.tsx";
import { WordsSection } from "./words-section.tsx";

/** How the chat widget looks, speaks and whom it trusts, with the widget itself beside it. */
export const WidgetScreen = () => {
  const query = useWidgetSettings();
  return (
    <SettingsPage>
      {query.isPending && <LoadingState shape="list" rows={8} label="Loading settings" />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title="The settings could not be loaded"
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        >
          {explainError(query.error)}
        </ErrorState>
      )}
      {query.data !== undefined && <WidgetForm saved={query.data} />}
    </SettingsPage>
  );
};

const WidgetForm = ({ saved }: { saved: WidgetSettingsBody }) => {
  const draft = useSettingsDraft(saved);
  const me = useMe().data;
  const [language, setLanguage] = useState<(typeof widgetLanguages)[number]>("en");
  const mayChange = me?.member.role === "owner" || me?.member.role === "admin";
  return (
    <div className="settings-split">
      <div className="settings-side">
        <fieldset className="settings-form" disabled={!mayChange}>
          {!mayChange && (
            <p className="settings-note">Only owners and admins may change these settings.</p>
          )}
          <LookSection draft={draft} logo={saved.logo?.path ?? null} />
          <WordsSection draft={draft} language={language} onLanguage={setLanguage} />
          <PrivacySection draft={draft} />
          <IdentitySection
            draft={draft}
            secrets={<IdentitySecrets secrets={saved.identity_secrets} audience={saved.audience} />}
          />
          <FilesSection draft={draft} />
        </fieldset>
        <SaveBar draft={draft} />
      </div>
      <WidgetPreview
        settings={draft.settings}
        logoPath={saved.logo?.path ?? null}
        workspaceName={me?.workspace.name ?? ""}
        language={language}
      />
    </div>
  );
};
