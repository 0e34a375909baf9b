import { IconAction } from "#browser/ui";
import { Textarea } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { VariableMenu } from "./variable-menu.tsx";
import { withVariable } from "./with-variable.ts";

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
  value,
  onChange,
  description,
  minRows = 1,
  maxLength,
  ...rest
}: TemplateFieldProps) => {
  const { field, isPicking, setIsPicking, insert, change } = useVariables(value, onChange);
  const isNearLimit = maxLength !== undefined && value.length > maxLength * 0.8;
  return (
    <Textarea
      {...rest}
      ref={field}
      description={isNearLimit ? `${value.length} of ${maxLength} characters` : description}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      autosize
      minRows={minRows}
      maxRows={14}
      classNames={{ section: "editing-template-tools" }}
      inputWrapperOrder={["label", "input", "error", "description"]}
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

/** Opens the list of variables at `{{`, and puts the chosen one where the caret was. */
function useVariables(value: string, onChange: (value: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const insert = (path: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
    const { text, caret } = withVariable(value, selectionStart, selectionEnd, path);
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
  return { field, isPicking, setIsPicking, insert, change };
}
