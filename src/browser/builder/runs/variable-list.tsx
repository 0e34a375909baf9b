import { PanelSection } from "#browser/editing";
import type { RunDetailBody } from "#contract";

/** What the run has saved under a name. */
export const VariableList = ({ variables }: { variables: RunDetailBody["variables"] }) => {
  const entries = Object.entries(variables);
  if (entries.length === 0) return null;
  return (
    <PanelSection title="Variables">
      <dl className="builder-variables">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  );
};
