import { PanelSection } from "#browser/editing";
import type { CardId, Focus } from "#browser/graph";
import { edgeKey } from "#core/domain";
import { IconAction } from "#browser/ui";
import { toStepId } from "#core/domain";
import { stepCatalogue } from "#steps";
import { Select } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { connect } from "../commands/connect.ts";
import { disconnect } from "../commands/disconnect.ts";
import { outputPathsOf } from "../document/graph-edits.ts";
import { selectCards } from "../document/selection.ts";
import { stepName } from "../step-name.ts";
import type { Builder } from "../use-builder.ts";

interface PathTargetsProps {
  readonly builder: Builder;
  readonly card: CardId;
  readonly onFocus: (focus: Focus) => void;
}

/** Lists where each way out leads and lets it be changed without a mouse. */
export const PathTargets = ({ builder, card, onFocus }: PathTargetsProps) => {
  const { graph, perform, select } = builder;
  const paths = outputPathsOf(graph, card, stepCatalogue);
  if (paths.length === 0) return null;
  const targets = graph.steps
    .filter((step) => step.id !== card)
    .map((step) => ({ value: step.id, label: stepName(step) }));
  return (
    <PanelSection title="Ways out">
      {paths.map((path) => {
        const end = { from: card, path: path.id };
        const edge = graph.edges.find((other) => edgeKey(other) === edgeKey(end));
        return (
          <div className="builder-path" key={path.id}>
            <Select
              className="editing-grow"
              label={path.title}
              placeholder={path.isRequired ? "Leads nowhere yet" : "Ends here"}
              searchable
              clearable
              data={targets}
              value={edge?.to ?? null}
              nothingFoundMessage="No such step"
              onChange={(to) =>
                perform(
                  to === null
                    ? disconnect([edgeKey(end)])
                    : connect({ ...end, to: toStepId(to) }, stepCatalogue),
                )
              }
            />
            <IconAction
              label="Go there"
              disabled={edge === undefined}
              onClick={() => {
                if (edge === undefined) return;
                select(selectCards(edge.to));
                onFocus({ card: edge.to });
              }}
            >
              <IconArrowRight size={16} />
            </IconAction>
          </div>
        );
      })}
    </PanelSection>
  );
};
