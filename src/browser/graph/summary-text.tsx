/** Draws a summary on a card: variables by their name, Markdown marks left out. */
export const SummaryText = ({ text }: { text: string }) =>
  text.split(/(\{\{.*?\}\})/s).map((part, index) =>
    part.startsWith("{{") ? (
      // Parts of one text never change places.
      <span key={index} className="graph-variable">
        {part.replace(/^\{\{\s*|\s*(\|.*)?\}\}$/gs, "")}
      </span>
    ) : (
      part.replace(/\*\*|`/g, "").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    ),
  );
