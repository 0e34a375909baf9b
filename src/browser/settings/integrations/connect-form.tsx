import type { IntegrationBody } from "#contract";
import { ApiProblem, explainError, useConnectIntegration } from "#browser/data";
import { notifyDone } from "#browser/ui";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";

type Values = Readonly<Record<string, string>>;

/** Asks for what lets us in; it is tried before anything is stored. */
export const ConnectForm = ({
  integration,
  onClose,
}: {
  integration: IntegrationBody;
  onClose: () => void;
}) => {
  const { name, title, fields, demo } = integration;
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, integration.credential?.shown[field.name] ?? ""]),
    ),
  );
  const connecting = useConnectIntegration();
  const connect = (filledIn: Values) =>
    connecting.mutate(
      { integration: name, values: filledIn },
      {
        onSuccess: ({ credential }) => {
          notifyDone(`${title} is connected: ${credential?.label ?? ""}`);
          onClose();
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    connect(values);
  };
  const errorOf = (field: string) => errorAt(connecting.error, field);
  const isNamed = fields.some((field) => errorOf(field.name) !== undefined);
  return (
    <form className="integration-form" onSubmit={submit} noValidate>
      {fields.map((field) => {
        const Input = field.is_secret ? PasswordInput : TextInput;
        return (
          <Input
            key={field.name}
            label={field.title}
            description={field.help}
            placeholder={field.placeholder}
            value={values[field.name] ?? ""}
            error={errorOf(field.name)}
            autoComplete="off"
            data-1p-ignore
            spellCheck={false}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setValues((before) => ({ ...before, [field.name]: value }));
            }}
          />
        );
      })}
      {connecting.error !== null && !isNamed && (
        <p className="integration-error" role="alert">
          {explainError(connecting.error)}
        </p>
      )}
      <div className="integration-buttons">
        <Button type="submit" loading={connecting.isPending}>
          Connect
        </Button>
        <Button variant="default" onClick={onClose} disabled={connecting.isPending}>
          Cancel
        </Button>
        {demo !== null && (
          <Button
            variant="subtle"
            disabled={connecting.isPending}
            onClick={() => connect(demo.values)}
          >
            Use the demo shop instead
          </Button>
        )}
      </div>
    </form>
  );
};

/** What the server says about one field, as a sentence. */
function errorAt(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const message = error.errors.find(({ path }) => path === `body.values.${field}`)?.message;
  // A name of a host keeps its spelling.
  return message?.replace(/^[a-z](?=[a-z]* )/, (first) => first.toUpperCase());
}
