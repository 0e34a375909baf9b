import { explainError, useWidgetSettings } from "#browser/data";
import { ErrorState, LoadingState } from "#browser/ui";
import { Code, Tabs } from "@mantine/core";
import { CopyButton } from "../copy-button.tsx";
import { SettingsPage, SettingsSection } from "../settings-page.tsx";
import { InspectionOpener } from "./inspection-opener.tsx";
import { Sightings } from "./sightings.tsx";
import { toPolicyLines, toSnippets } from "./snippets.ts";

/** What to paste where, and whether the widget has been seen on the site since. */
export const InstallScreen = () => {
  const query = useWidgetSettings();
  return (
    <SettingsPage>
      {query.isPending && <LoadingState shape="list" rows={6} label="Loading" />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title="The workspace's key could not be loaded"
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        >
          {explainError(query.error)}
        </ErrorState>
      )}
      {query.data !== undefined && <Guide publicKey={query.data.audience} />}
    </SettingsPage>
  );
};

const Guide = ({ publicKey }: { publicKey: string }) => {
  const facts = { server: window.location.origin, key: publicKey };
  const snippets = toSnippets(facts);
  return (
    <div className="settings-scroll">
      <SettingsSection
        title="Put the widget on your site"
        about="One tag is enough. It loads by itself, never holds the page up, and needs neither cookies nor fonts."
      >
        <Tabs defaultValue={snippets[0]?.id ?? null} keepMounted={false}>
          <Tabs.List>
            {snippets.map(({ id, title }) => (
              <Tabs.Tab key={id} value={id}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {snippets.map(({ id, steps, code }) => (
            <Tabs.Panel key={id} value={id} pt="md">
              {steps.length === 1 ? (
                <p className="settings-step">{steps[0]}</p>
              ) : (
                <ol className="settings-steps">
                  {steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              )}
              <CodeBlock text={code} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </SettingsSection>
      <SettingsSection
        title="Is it there?"
        about="Open a page of your site; it appears here within seconds."
      >
        <Sightings />
      </SettingsSection>
      <SettingsSection
        title="Signal inspector"
        about="Opens a page of your site with a panel that shows what each armed trigger has counted, and why it has or has not fired. The link works for an hour; visitors never see the panel."
      >
        <InspectionOpener />
      </SettingsSection>
      <SettingsSection
        title="With a Content Security Policy"
        about={
          <>
            Add these sources to your policy. With nonces, put the page's nonce on the tag instead:{" "}
            <Code>{'<script nonce="…" async src=…>'}</Code>
          </>
        }
      >
        <CodeBlock text={toPolicyLines(facts)} />
      </SettingsSection>
    </div>
  );
};

const CodeBlock = ({ text }: { text: string }) => (
  <div className="settings-code">
    <pre>{text}</pre>
    <CopyButton text={text} />
  </div>
);
