import type { ActionFieldBody } from "#contract";
import { z } from "zod";

/** A binding of a draft, which may be unfinished: one of the three is there. */
export const draftBindingSchema = z.object({
  literal: z.json().optional(),
  template: z.string().optional(),
  variable: z.string().optional(),
});
export type DraftBinding = z.infer<typeof draftBindingSchema>;
export type BindingKind = "literal" | "template" | "variable";

/** Which of the three a binding is; a text may hold variables unless told otherwise. */
export const toKind = (
  binding: DraftBinding | undefined,
  field: Pick<ActionFieldBody, "type" | "values">,
): BindingKind => {
  if (binding?.variable !== undefined) return "variable";
  if (binding?.template !== undefined) return "template";
  if (binding?.literal !== undefined) return "literal";
  return field.type === "string" && field.values === null ? "template" : "literal";
};

/** Makes the value of what was typed: numbers, yes or no and records where the input wants them, else the text itself. */
export const toLiteral = (
  type: ActionFieldBody["type"],
  typed: string,
): z.infer<ReturnType<typeof z.json>> => {
  const text = typed.trim();
  if (type === "boolean") return text === "true";
  if (type === "number")
    return text !== "" && Number.isFinite(Number(text)) && String(Number(text)) === text
      ? Number(text)
      : typed;
  if (type !== "list" && type !== "object") return typed;
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    return typed;
  }
};
