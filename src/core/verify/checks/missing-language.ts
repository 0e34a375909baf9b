import { baseLanguage, type LocalizedText } from "#core/domain";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names texts with variants that lack a language which other texts of the workflow have.
 *
 * A text without variants is for everybody and lacks nothing.
 *
 * Codes
 * - `missing_language` (warning): who speaks that language reads this text in another; add the variant.
 */
export const missingLanguage = ({ bound }: CheckedGraph): readonly Found[] => {
  const texts = [...bound.steps].flatMap(([stepId, step]) =>
    step.texts.map(({ text, path }) => ({ stepId, path, languages: languagesOf(text) })),
  );
  const all = new Set(texts.flatMap(({ languages }) => [...languages]));
  return texts.flatMap(({ stepId, path, languages }): readonly Found[] => {
    const missing = [...all].filter((language) => !languages.has(language));
    return languages.size === 0 || missing.length === 0
      ? []
      : [
          {
            code: "missing_language",
            message: `this text lacks ${missing.map((language) => `“${language}”`).join(", ")}, which other texts have; add it`,
            severity: "warning",
            stepId,
            field: path,
          },
        ];
  });
};

/** A variant of a region serves its language. */
const languagesOf = (text: LocalizedText): ReadonlySet<string> =>
  new Set(typeof text === "string" ? [] : Object.keys(text).map(baseLanguage));
