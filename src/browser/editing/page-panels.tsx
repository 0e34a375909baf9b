import type { ConfigEditorProps } from "./config-editor.ts";
import { PanelSection } from "./panel-section.tsx";
import { problemAt } from "./problem-at.ts";
import { UrlPatternField } from "./url-pattern-field.tsx";
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { z } from "zod";

const draftSchema = z.object({
  url_pattern: z.string().catch(""),
  url_contains: z.string().catch(""),
});

type PagePanelProps = ConfigEditorProps & { readonly children?: ReactNode };

/** A panel for triggers that may be kept to pages by a URL pattern, after fields of their own. */
export const UrlPatternPanel = ({ config, problems, change, children }: PagePanelProps) => (
  <PanelSection>
    {children}
    <UrlPatternField
      label="On these pages"
      placeholder="All pages"
      value={draftSchema.parse(config).url_pattern}
      error={problemAt(problems, "url_pattern")}
      onChange={(url_pattern) => change({ url_pattern })}
    />
  </PanelSection>
);

/** A panel for behavioural triggers, which may be kept to pages whose address has a text in it. */
export const UrlContainsPanel = ({ config, problems, change, children }: PagePanelProps) => (
  <PanelSection>
    {children}
    <TextInput
      label="URL contains"
      description="Only on pages whose address has this text in it."
      placeholder="All pages"
      spellCheck={false}
      classNames={{ input: "editing-mono" }}
      value={draftSchema.parse(config).url_contains}
      error={problemAt(problems, "url_contains")}
      onChange={(event) => change({ url_contains: event.currentTarget.value })}
    />
  </PanelSection>
);
