import { TextInput, UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";

interface InlineEditProps {
  readonly label: string;
  readonly value: string | null;
  /** Shown while there is no value. */
  readonly placeholder: string;
  readonly inputType?: "text" | "email";
  /** Saves; answers null, or why it cannot be. An empty text is null. */
  readonly onSave: (value: string | null) => Promise<string | null>;
}

/** Shows a value that turns into a field where it stands. Enter and leaving save, Escape gives up. */
export const InlineEdit = ({
  label,
  value,
  placeholder,
  inputType = "text",
  onSave,
}: InlineEditProps) => {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const stop = () => {
    setText(null);
    setProblem(null);
  };
  const save = async () => {
    if (text === null || isSaving) return;
    const next = text.trim() === "" ? null : text.trim();
    if (next === value) return stop();
    setIsSaving(true);
    const refusal = await onSave(next);
    setIsSaving(false);
    if (refusal === null) stop();
    else setProblem(refusal);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") stop();
    if (event.key === "Enter") void save();
  };

  if (text === null) {
    return (
      <UnstyledButton
        className="ui-inline"
        aria-label={`Change ${label}`}
        onClick={() => setText(value ?? "")}
      >
        <span className="ui-inline-text" data-empty={value === null || undefined}>
          {value ?? placeholder}
        </span>
        <IconPencil size={13} className="ui-inline-pencil" aria-hidden />
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      size="xs"
      type={inputType}
      aria-label={label}
      autoFocus
      value={text}
      error={problem}
      disabled={isSaving}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
    />
  );
};
