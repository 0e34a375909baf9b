import { sentence } from "#browser/editing";
import type { CardId } from "#browser/graph";
import type { Graph } from "#core/domain";
import { UnstyledButton } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import type { Finding } from "../findings/finding.ts";
import { stepName } from "../step-name.ts";

interface FindingsListProps {
  readonly graph: Graph;
  readonly findings: readonly Finding[];
  readonly onShow: (card: CardId) => void;
}

const nameOf = (graph: Graph, card: CardId): string => {
  const step = graph.steps.find(({ id }) => id === card);
  return step === undefined ? "Trigger" : stepName(step);
};

/** Lists findings, each leading to its card. */
export const FindingsList = ({ graph, findings, onShow }: FindingsListProps) =>
  findings.length === 0 ? null : (
    <ul className="builder-finding-list">
      {findings.map((finding, index) => (
        // Two findings may say the same of two fields of one step; their place tells them apart.
        <li key={index}>
          <UnstyledButton
            className="builder-finding"
            data-severity={finding.severity}
            onClick={() => onShow(finding.card)}
          >
            {finding.severity === "error" ? (
              <IconAlertCircle size={16} />
            ) : (
              <IconAlertTriangle size={16} />
            )}
            <span>
              <strong>{nameOf(graph, finding.card)}</strong>
              {sentence(finding.message)}
            </span>
            <IconChevronRight size={14} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
