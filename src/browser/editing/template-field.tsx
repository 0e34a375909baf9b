import { Textarea } from "@mantine/core";
import { IconAction } from "#browser/ui";
import { IconBraces } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { VariableMenu } from "./variable-menu.tsx";

interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly minRows?: number;
  /** Shown as a count once the text comes near it. */
  readonly maxLength?: number;
}

/** Text that may hold variables: typed as `{{ }}`, or picked from a list. */
export const TemplateField = ({
  label,
  value,
  onChange,
  error,
  description,
  placeholder,
  minRows = 1,
  maxLength,
}: TemplateFieldProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const insert = (path: string) => {
    const { text, caret } = withVariable(
      value,
      field.current?.selectionStart ?? value.length,
      field.current?.selectionEnd ?? value.length,
      path,
    );
    onChange(text);
    setIsPicking(false);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const change = (text: string) => {
    onChange(text);
    const caret = field.current?.selectionStart ?? text.length;
    if (text.length > value.length && text.slice(0, caret).endsWith("{{")) setIsPicking(true);
  };
  return (
    <Textarea
      ref={field}
      label={label}
      description={description}
      error={error}
      placeholder={placeholder}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      autosize
      minRows={minRows}
      maxRows={14}
      classNames={{ section: "editing-template-tools" }}
      inputWrapperOrder={["label", "input", "error", "description"]}
      {...(maxLength !== undefined && value.length > maxLength * 0.8
        ? { description: `${value.length} of ${maxLength} characters` }
        : {})}
      rightSection={
        <VariableMenu
          isOpen={isPicking}
          onClose={() => setIsPicking(false)}
          onPick={(variable) => insert(variable.path)}
        >
          <IconAction
            label="Insert a variable"
            keys="{{"
            size="sm"
            onClick={() => setIsPicking(!isPicking)}
          >
            <IconBraces size={16} />
          </IconAction>
        </VariableMenu>
      }
    />
  );
};

/** Puts a variable in place of the selection, closing braces that were just opened. */
function withVariable(
  text: string,
  start: number,
  end: number,
  path: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, start).replace(/\{\{\s*$/, "");
  const after = text.slice(end).replace(/^\s*\}\}/, "");
  const variable = `{{ ${path} }}`;
  return { text: `${before}${variable}${after}`, caret: before.length + variable.length };
}
