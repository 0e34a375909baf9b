import { useNow } from "#browser/ui";
import { parseTemplate, renderTemplate } from "#core/engine";
import { useEditingWorld } from "../editing-world.ts";
import { findOption } from "../variables/variable-option.ts";

/** Says what may stand in place of one `{{ … }}`; null when nobody knows an example. */
export type SaySlot = (slot: string) => string | null;

/** Fills variables with examples, filters and fallbacks as the engine would, in one language. */
export function useExamples(language: string): SaySlot {
  const { variables, workspaceName, workspaceTimezone } = useEditingWorld();
  const now = useNow();
  const lookUp = (path: string) =>
    path === "workspace.name" ? workspaceName : findOption(variables, path)?.example;
  return (slot) => {
    const parsed = parseTemplate(slot);
    const read = parsed.ok ? parsed.template[0] : undefined;
    if (read === undefined || typeof read === "string") return null;
    // Parts of an example that is a whole record would be guessed.
    const isKnown = variables.some(({ path }) => path === read.path);
    const value = isKnown ? lookUp(read.path) : undefined;
    const hasDefault = read.filters.some(({ name }) => name === "default");
    if (value === undefined && !hasDefault) return null;
    const said = renderTemplate(
      slot,
      "plain",
      () => value,
      { language, timezone: workspaceTimezone, now },
      () => undefined,
    );
    return said === "" ? null : said;
  };
}
