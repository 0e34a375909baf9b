import { TextInput } from "@mantine/core";

interface VariableNameFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly placeholder?: string;
}

/** Spells a name as a template can say it, while it is typed: "Order number" becomes order_number. */
export const toVariableName = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 64);

/** Names a variable. */
export const VariableNameField = ({ onChange, ...field }: VariableNameFieldProps) => (
  <TextInput
    {...field}
    spellCheck={false}
    classNames={{ input: "editing-mono" }}
    onChange={(event) => onChange(toVariableName(event.currentTarget.value))}
  />
);
