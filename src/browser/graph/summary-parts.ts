/** A stretch of a summary: plain words, or a variable by its name. */
export interface SummaryPart {
  readonly text: string;
  readonly isVariable: boolean;
}

/** Cuts a summary into what it is drawn from: variables by their name, Markdown marks left out. */
export const summaryParts = (summary: string): readonly SummaryPart[] =>
  summary.split(/(\{\{.*?\}\})/s).map((part) =>
    part.startsWith("{{")
      ? { text: part.replace(/^\{\{\s*|\s*(\|.*)?\}\}$/gs, ""), isVariable: true }
      : {
          text: part.replace(/\*\*|`/g, "").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1"),
          isVariable: false,
        },
  );
