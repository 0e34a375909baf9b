import {
  type ConfigEditorProps,
  EditingWorldProvider,
  sentence,
  useEditingWorld,
} from "#browser/editing";
import type { Json, JsonObject } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { triggerCatalogue } from "#triggers";
import { triggerEditors } from "#triggers/editors";
import { stepCatalogue } from "#steps";
import { type Around, type Names, stepEditors } from "#steps/editors";
import { MantineProvider } from "@mantine/core";
import { type ComponentType, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

/** A draft may hold anything: what was dropped just now, what an older version saved, or what a file said. */
const oddConfigs: readonly JsonObject[] = [
  {},
  { text: 7, answer: "email", branches: {}, target: null, schedule: [], input: [], limits: 1 },
  { text: { de: "Hallo" }, answer: { type: "no such" }, outputs: [{}], given: [null], days: "x" },
];

interface Drawn {
  readonly name: string;
  readonly Panel: ComponentType<ConfigEditorProps>;
  readonly initialConfig: JsonObject;
  readonly example: JsonObject;
  readonly problemsOf: (config: JsonObject) => readonly ConfigProblem[];
}

const problemsIn = (
  bound: { ok: true } | { ok: false; problems: readonly ConfigProblem[] },
): readonly ConfigProblem[] => (bound.ok ? [] : bound.problems);

const steps = [...stepCatalogue.values()].map((type): Drawn => {
  const editor = Object.entries(stepEditors).find(([name]) => name === type.type)?.[1];
  if (editor === undefined) throw new Error(`no editor of ${type.type}`);
  return {
    ...type,
    name: type.type,
    Panel: editor.Panel,
    problemsOf: (config) => problemsIn(type.bind(config)),
  };
});
const triggers = [...triggerCatalogue.values()].map((type): Drawn => {
  const editor = Object.entries(triggerEditors).find(([name]) => name === type.type)?.[1];
  if (editor === undefined) throw new Error(`no editor of ${type.type}`);
  return {
    ...type,
    name: type.type,
    Panel: editor.Panel,
    problemsOf: (config) => problemsIn(type.bind(config)),
  };
});
const panels = [...steps, ...triggers];

/** A workspace with one of everything. */
const World = ({ children }: { readonly children: ReactNode }) => {
  const id = "01920000-0000-7000-8000-000000000001";
  return (
    <EditingWorldProvider
      value={{
        ...useEditingWorld(),
        actions: [],
        members: [{ id, name: "Ada", presence: "online" }],
        teams: [{ id, name: "Support", memberCount: 1 }],
        aiAgents: [{ id, name: "Robin" }],
        channels: ["widget", "email", "api"],
        workspaceName: "Ridgeline",
      }}
    >
      {children}
    </EditingWorldProvider>
  );
};

const draw = (
  { Panel }: Drawn,
  config: JsonObject,
  problems: readonly ConfigProblem[] = [],
): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <World>
        <Panel config={config} problems={problems} change={() => undefined} />
      </World>
    </MantineProvider>,
  );

it.each(panels)("draws the panel of $name whatever the draft holds", (panel) => {
  for (const config of [panel.initialConfig, panel.example, ...oddConfigs])
    expect(draw(panel, config, panel.problemsOf(config)).length).toBeGreaterThan(0);
});

/** The same setting with a value that its field can hold and its schema most often refuses. */
const spoiled = (value: Json): readonly Json[] => {
  if (typeof value === "number") return [-1, 1e9];
  if (typeof value === "string") return ["", "{{ a", "!"];
  if (Array.isArray(value))
    return value.length === 0
      ? []
      : [
          [],
          ...value
            .slice(0, 1)
            .flatMap((part) => spoiled(part).map((bad) => [bad, ...value.slice(1)])),
        ];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    // What a thing is and whom it is known by are no fields.
    name === "type" || name === "id" || name === "mode" || name === "match" || name === "operator"
      ? []
      : spoiled(part).map((bad) => ({ ...value, [name]: bad })),
  );
};

const isConfig = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list of choices shows one of them whatever is saved, so nothing can be wrong there. */
const isChoice = /^choose one\b/;

const escaped = (text: string): string => renderToStaticMarkup(<>{text}</>);

describe("what is wrong in a config", () => {
  it.each(panels)("is said in the panel of $name, field by field", (panel) => {
    const configs = [panel.initialConfig, ...[panel.example].flatMap(spoiled).filter(isConfig)];
    const unsaid = configs.flatMap((config) => {
      const problems = panel.problemsOf(config);
      const html = draw(panel, config, problems);
      const isSaid = ({ message }: ConfigProblem) => html.includes(escaped(sentence(message)));
      return problems
        .filter(({ message }) => !isChoice.test(message))
        .filter(
          ({ path }) => !problems.some((one) => one.path.join() === path.join() && isSaid(one)),
        )
        .map(({ path, message }) => `${path.join(".")}: ${message}`);
    });
    expect([...new Set(unsaid)]).toEqual([]);
  });
});

const names: Names = {
  member: () => undefined,
  team: () => "Support",
  schedule: () => undefined,
  workflow: () => "“Order status”",
  aiAgent: () => "Robin",
  action: () => "Add a tag",
};
const around: Around = { leadsTo: () => "“Ask again”", field: () => undefined };

it.each(steps)("says on the card of $name what it does, or what is to be chosen", (panel) => {
  const editor = Object.entries(stepEditors).find(([name]) => name === panel.name)?.[1];
  for (const config of [panel.initialConfig, panel.example, ...oddConfigs]) {
    const said =
      editor?.describe?.(config, names, around) ??
      stepCatalogue.get(panel.name)?.sketch(config).summary;
    expect(said).toMatch(/^\S/);
    expect(said).not.toMatch(/undefined|null|NaN|\[object/);
  }
});
