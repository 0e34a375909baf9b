import { PanelSection, sentence } from "#browser/editing";
import type { Finding } from "../findings/finding.ts";

/** Lists what is wrong with a card beyond its fields, which say it themselves. */
export const CardFindings = ({ findings }: { findings: readonly Finding[] }) => {
  const rest = findings.filter((finding) => finding.field === null);
  if (rest.length === 0) return null;
  return (
    <PanelSection title="To mend">
      <ul className="builder-findings">
        {rest.map((finding) => (
          <li key={finding.message} data-severity={finding.severity}>
            {sentence(finding.message)}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
};
