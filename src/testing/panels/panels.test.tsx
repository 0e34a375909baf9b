import type { ConfigEditorProps } from "#browser/editing";
import type { JsonObject } from "#core/domain";
import { triggerCatalogue } from "#triggers";
import { triggerEditors } from "#triggers/editors";
import { stepCatalogue } from "#steps";
import { stepEditors } from "#steps/editors";
import { MantineProvider } from "@mantine/core";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

/** A draft may hold anything: what was dropped just now, what an older version saved, or what a file said. */
const oddConfigs: readonly JsonObject[] = [
  {},
  { text: 7, answer: "email", branches: {}, target: null, schedule: [], input: [], limits: 1 },
  { text: { de: "Hallo" }, answer: { type: "no such" }, outputs: [{}], given: [null], days: "x" },
];

interface Drawn {
  readonly name: string;
  readonly Panel: ComponentType<ConfigEditorProps>;
  readonly configs: readonly JsonObject[];
}

const panels: readonly Drawn[] = [
  ...Object.entries(stepEditors).map(([name, { Panel }]) => {
    const type = stepCatalogue.get(name);
    return { name, Panel, configs: type === undefined ? [] : [type.initialConfig, type.example] };
  }),
  ...Object.entries(triggerEditors).map(([name, { Panel }]) => {
    const type = triggerCatalogue.get(name);
    return { name, Panel, configs: type === undefined ? [] : [type.initialConfig, type.example] };
  }),
];

it.each(panels)("draws the panel of $name whatever the draft holds", ({ Panel, configs }) => {
  expect(configs).toHaveLength(2);
  for (const config of [...configs, ...oddConfigs])
    expect(
      renderToStaticMarkup(
        <MantineProvider>
          <Panel config={config} problems={[]} change={() => undefined} />
        </MantineProvider>,
      ).length,
    ).toBeGreaterThan(0);
});
