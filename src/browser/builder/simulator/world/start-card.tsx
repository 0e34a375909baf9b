import type { GraphTrigger, Json, JsonObject, SimulationAct } from "#core/domain";
import { jsonSchema, simulationActSchema } from "#core/domain";
import { triggerCatalogue } from "#triggers";
import { Button, Text, TextInput } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { startOf } from "../model/start-of.ts";

interface StartCardProps {
  readonly trigger: GraphTrigger;
  readonly onAct: (act: SimulationAct) => void;
}

/** The values that an act carries for the trigger, by name. */
const valuesOf = (act: SimulationAct | null, trigger: GraphTrigger): JsonObject => {
  switch (act?.act) {
    case "detect":
      return act.evidence;
    case "track":
      return act.properties;
    case "start": {
      const bound = triggerCatalogue.get(trigger.type)?.bind(trigger.config);
      const names = bound?.ok === true ? bound.trigger.inputs : [];
      return Object.fromEntries(names.map((name) => [name, ""]));
    }
    default:
      return {};
  }
};

const toValue = (text: string): Json => {
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    return text;
  }
};

/** Puts what was typed into the act. An input that is left empty is not given. */
const fill = (
  act: SimulationAct,
  url: string,
  typed: Readonly<Record<string, string>>,
): unknown => {
  const values = Object.fromEntries(
    Object.entries(typed)
      .filter(([, text]) => text !== "")
      .map(([name, text]) => [name, toValue(text)]),
  );
  switch (act.act) {
    case "detect":
      return { ...act, url, evidence: values };
    case "track":
      return { ...act, properties: values };
    case "start":
      // A number that an order has for a name is a text.
      return {
        ...act,
        inputs: Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== "")),
      };
    default:
      return act;
  }
};

/** Says how the workflow starts, and starts it. */
export const StartCard = ({ trigger, onAct }: StartCardProps) => {
  const beginning = startOf(trigger);
  const { act, label } = beginning;
  const [url, setUrl] = useState(beginning.url);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      Object.entries(valuesOf(act, trigger)).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ),
  );
  if (act === null || label === null)
    return (
      <section className="sim-card" aria-label="How it starts">
        <strong>Ready to try</strong>
        <Text size="sm" c="dimmed">
          {beginning.hint} Nothing you do here reaches anybody.
        </Text>
      </section>
    );
  const filled = simulationActSchema.safeParse(fill(act, url, typed));
  return (
    <section className="sim-card" aria-label="How it starts">
      <strong>Ready to try</strong>
      {act.act === "detect" && (
        <TextInput
          size="xs"
          label="On the page"
          value={url}
          error={filled.success ? null : "Enter an http or https address"}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      )}
      {Object.entries(typed).map(([name, value]) => (
        <TextInput
          key={name}
          size="xs"
          label={name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())}
          value={value}
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      ))}
      <Button
        size="xs"
        leftSection={<IconPlayerPlay size={14} />}
        disabled={!filled.success}
        onClick={() => filled.success && onAct(filled.data)}
      >
        {label}
      </Button>
      <Text size="xs" c="dimmed">
        {beginning.hint} Nothing you do here reaches anybody.
      </Text>
    </section>
  );
};
