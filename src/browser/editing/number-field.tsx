import type { ConfigEditorProps } from "./config-editor.ts";
import { problemAt } from "./problem-at.ts";
import { NumberInput } from "@mantine/core";
import { z } from "zod";

interface NumberFieldProps {
  readonly editor: ConfigEditorProps;
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly suffix?: string;
  readonly min: number;
  readonly max: number;
}

/** Edits one whole number of a config; an emptied field is a wrong one, not another number. */
export const NumberField = ({ editor, name, ...field }: NumberFieldProps) => {
  const value = z.number().nullable().catch(null).parse(editor.config[name]);
  return (
    <NumberInput
      {...field}
      clampBehavior="none"
      allowDecimal={false}
      value={value ?? ""}
      error={problemAt(editor.problems, name)}
      onChange={(typed) => editor.change({ [name]: typeof typed === "number" ? typed : null })}
    />
  );
};
