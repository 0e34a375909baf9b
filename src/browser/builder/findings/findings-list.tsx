import { sentence } from "#browser/editing";
import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { UnstyledButton } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconRoute } from "@tabler/icons-react";
import { stepName } from "../step-name.ts";
import type { Finding } from "./finding.ts";
import "./findings.css";

interface FindingsListProps {
  readonly graph: Graph;
  readonly findings: readonly Finding[];
  readonly onShow: (finding: Finding) => void;
}

const nameOf = (graph: Graph, card: CardId): string => {
  const step = graph.steps.find(({ id }) => id === card);
  return step === undefined ? "Trigger" : stepName(step);
};

const groups = [
  { severity: "error", title: "Must be mended" },
  { severity: "warning", title: "Worth a look" },
] as const;

/** Lists findings by how grave they are, each leading to its card and, where there is one, along the way that shows it. */
export const FindingsList = ({ graph, findings, onShow }: FindingsListProps) =>
  groups.map(({ severity, title }) => {
    const ofGroup = findings.filter((finding) => finding.severity === severity);
    if (ofGroup.length === 0) return null;
    return (
      <div key={severity} className="builder-finding-group">
        <h4 className="builder-finding-title" data-severity={severity}>
          {title} <small>{ofGroup.length}</small>
        </h4>
        <ul className="builder-finding-list">
          {ofGroup.map((finding, index) => (
            // Two findings may say the same of two fields of one step; their place tells them apart.
            <li key={index}>
              <UnstyledButton
                className="builder-finding"
                data-severity={severity}
                onClick={() => onShow(finding)}
              >
                {severity === "error" ? (
                  <IconAlertCircle size={16} />
                ) : (
                  <IconAlertTriangle size={16} />
                )}
                <span>
                  <strong>{nameOf(graph, finding.card)}</strong>
                  {sentence(finding.message)}
                </span>
                {finding.way !== null && (
                  <IconRoute size={15} role="img" aria-label="Shows the way that leads there" />
                )}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </div>
    );
  });
