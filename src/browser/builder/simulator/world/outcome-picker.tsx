import type { ActionBody } from "#contract";
import type { Call, Json, SimulatedOutcome } from "#core/domain";
import { jsonSchema } from "#core/domain";
import { Button, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { rememberedOutcome, rememberOutcome } from "../model/remembered-outcomes.ts";

interface OutcomePickerProps {
  readonly call: Call;
  /** The action that is called; undefined for a model, and for one that is gone. */
  readonly action: ActionBody | undefined;
  readonly onChoose: (of: string, outcome: SimulatedOutcome) => void;
}

interface OutputField {
  readonly name: string;
  readonly label: string;
  readonly type: ActionBody["outputs"][number]["type"];
  readonly values: readonly string[] | null;
}

const examples: Readonly<Record<OutputField["type"], string>> = {
  string: "example",
  number: "1",
  boolean: "true",
  date: "2026-03-02",
  datetime: "2026-03-02T09:00:00Z",
  list: "[]",
  object: "{}",
  any: "example",
};

const fieldsOf = ({ request }: Call, action: ActionBody | undefined): readonly OutputField[] => {
  if (request.kind === "model")
    return request.purpose === "condition"
      ? [{ name: "verdict", label: "Verdict", type: "string", values: ["yes", "no", "unsure"] }]
      : [{ name: "text", label: "What the AI writes", type: "string", values: null }];
  return (action?.outputs ?? []).map(({ name, title, type, values }) => ({
    name,
    label: title,
    type,
    values: type === "boolean" ? ["true", "false"] : values,
  }));
};

/** Reads a value as its type wants it; a list or an object that is no JSON stays the text that it is. */
const toValue = (type: OutputField["type"], text: string): Json => {
  if (type === "string" || type === "date" || type === "datetime") return text;
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    return text;
  }
};

const toText = (value: Json | undefined): string | undefined =>
  value === undefined || typeof value === "string" ? value : JSON.stringify(value);

/** Asks what an action or a model comes to: nothing of it happens, and the run goes on as it would. */
export const OutcomePicker = ({ call, action, onChoose }: OutcomePickerProps) => {
  const { request } = call;
  const of = request.kind === "action" ? request.action : request.kind;
  const fields = fieldsOf(call, action);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => {
    const known = rememberedOutcome(of);
    const output =
      known?.kind === "done" && typeof known.output === "object" && !Array.isArray(known.output)
        ? known.output
        : null;
    return Object.fromEntries(
      fields.map(({ name, type, values: offered }) => [
        name,
        toText(output?.[name]) ?? offered?.[0] ?? examples[type],
      ]),
    );
  });
  const choose = (outcome: SimulatedOutcome) => {
    if (outcome.kind === "done") rememberOutcome(of, outcome);
    onChoose(of, outcome);
  };
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const title = request.kind === "model" ? "the AI" : (action?.title ?? of);
  return (
    <section className="sim-card" aria-label={`Outcome of ${title}`}>
      <strong>Waits for {title}</strong>
      <Text size="xs" c="dimmed" className="sim-asked">
        {request.kind === "action" ? JSON.stringify(request.input) : ""}
        {request.kind === "model" ? request.prompt : ""}
      </Text>
      {fields.map(({ name, label, values: offered, type }) =>
        offered !== null ? (
          <Select
            key={name}
            size="xs"
            label={label}
            data={[...offered]}
            value={values[name] ?? ""}
            allowDeselect={false}
            onChange={(chosen) => set(name, chosen ?? "")}
          />
        ) : name === "text" || type === "object" || type === "list" ? (
          <Textarea
            key={name}
            size="xs"
            label={label}
            autosize
            minRows={1}
            maxRows={6}
            value={values[name] ?? ""}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key={name}
            size="xs"
            label={label}
            value={values[name] ?? ""}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ),
      )}
      <Group gap={6}>
        <Button
          size="xs"
          onClick={() =>
            choose({
              kind: "done",
              output: Object.fromEntries(
                fields.map(({ name, type }) => [name, toValue(type, values[name] ?? "")]),
              ),
            })
          }
        >
          Done
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => choose({ kind: "failed", code: "refused", message: "It was refused." })}
        >
          Failed
        </Button>
        {request.kind === "action" && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              choose({ kind: "unknown", code: "timed_out", message: "There was no answer." })
            }
          >
            Outcome unknown
          </Button>
        )}
      </Group>
    </section>
  );
};
