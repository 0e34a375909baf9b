import { summaryParts } from "./summary-parts.ts";

/** Draws a summary on a card: variables by their name, Markdown marks left out. */
export const SummaryText = ({ text }: { text: string }) =>
  summaryParts(text).map((part, index) =>
    part.isVariable ? (
      // Parts of one text never change places.
      <span key={index} className="graph-variable">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
