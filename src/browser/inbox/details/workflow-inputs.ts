import type { VersionDetailBody } from "#contract";
import type { Json } from "#core/domain";
import { z } from "zod";

const configSchema = z.object({
  inputs: z.array(
    z.object({
      name: z.string(),
      type: z.enum(["string", "number", "boolean"]),
      is_required: z.boolean().default(false),
    }),
  ),
});
/** One value a manual workflow asks for when it is started. */
export type WorkflowInput = z.infer<typeof configSchema>["inputs"][number];

/** The inputs of a published manual workflow; none when it declares none. */
export const inputsOf = (version: VersionDetailBody | undefined): readonly WorkflowInput[] => {
  const parsed = configSchema.safeParse(version?.graph.trigger.config);
  return parsed.success ? parsed.data.inputs : [];
};

/** Turns what was typed into values: an empty field is no value, a text for a number must be one. */
export const toInputValues = (
  inputs: readonly WorkflowInput[],
  typed: Readonly<Record<string, string>>,
): {
  readonly values: Record<string, Json>;
  readonly problems: Readonly<Record<string, string>>;
} => {
  const values: Record<string, Json> = {};
  const problems: Record<string, string> = {};
  for (const { name, type, is_required } of inputs) {
    const text = (typed[name] ?? "").trim();
    if (type === "boolean") values[name] = text === "true";
    else if (text === "" && is_required) problems[name] = "this is needed";
    else if (text !== "" && type === "number" && !Number.isFinite(Number(text)))
      problems[name] = "this must be a number";
    else if (text !== "") values[name] = type === "number" ? Number(text) : text;
  }
  return { values, problems };
};
