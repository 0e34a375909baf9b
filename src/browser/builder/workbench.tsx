import type { Card, CardId, Focus, Marks } from "#browser/graph";
import { createReuser, toCards } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { useReactFlow } from "@xyflow/react";
import { useMemo, useState } from "react";
import { EditableCanvas, type LaidOver } from "./canvas/editable-canvas.tsx";
import { useAdding } from "./canvas/use-adding.ts";
import { looks } from "./editors-by-type.ts";
import { byCard, type Finding } from "./findings/finding.ts";
import type { Walk } from "./findings/use-walk.ts";
import { WayStepper } from "./findings/way-stepper.tsx";
import { Palette } from "./panels/palette.tsx";
import { SidePanel } from "./panels/side-panel.tsx";
import type { Builder } from "./use-builder.ts";
import { useDescribe } from "./world/use-describe.ts";
import { useNames } from "./world/use-names.ts";

export interface WorkbenchProps {
  readonly workflowId: string;
  readonly builder: Builder;
  /** False while another tab covers it: then its keys mean nothing. */
  readonly isShown: boolean;
  readonly findings: readonly Finding[];
  /** The findings are not those of the newest draft yet. */
  readonly isChecking: boolean;
  readonly focus: Focus | null;
  readonly over: LaidOver;
  /** Lays a run or marks over the draft. */
  readonly onLayOver: (over: LaidOver) => void;
  readonly onFocus: (focus: Focus) => void;
  readonly walk: Walk;
  readonly onSelect: (card: CardId) => void;
}

/** Palette, canvas and the panel beside it. */
export const Workbench = ({
  workflowId,
  builder,
  isShown,
  findings,
  isChecking,
  focus,
  over,
  onFocus,
  walk,
  onSelect,
}: WorkbenchProps) => {
  const { graph } = builder;
  const describe = useDescribe(useNames(), graph);
  const { screenToFlowPosition } = useReactFlow();
  const adding = useAdding(builder);
  const findingsByCard = useMemo(() => byCard(findings), [findings]);
  const [found, setFound] = useState<Marks | null>(null);
  const shown = useMemo(() => (found === null ? over : { ...over, marks: found }), [over, found]);
  const [reuseCards] = useState(() => createReuser<Card>());
  const cards = useMemo(
    () =>
      reuseCards(
        toCards({
          graph,
          steps: stepCatalogue,
          triggers: triggerCatalogue,
          looks,
          findings: findingsByCard,
          describe,
          ...shown,
        }),
      ),
    [graph, findingsByCard, describe, shown, reuseCards],
  );
  return (
    <>
      <Palette
        onAdd={(type) =>
          adding.anywhere(
            type,
            screenToFlowPosition({
              x: window.innerWidth / 2 - 180,
              y: window.innerHeight / 2 - 60,
            }),
          )
        }
      />
      <div className="builder-canvas">
        <EditableCanvas
          builder={builder}
          cards={cards}
          focus={focus}
          over={shown}
          isShown={isShown}
          onFound={setFound}
          onShow={(card) => {
            onSelect(card);
            onFocus({ card });
          }}
          onShowFindings={onSelect}
        />
        <WayStepper walk={walk} />
      </div>
      <aside className="builder-panel" aria-label="Settings">
        <SidePanel
          workflowId={workflowId}
          builder={builder}
          findings={findings}
          isChecking={isChecking}
          findingsByCard={findingsByCard}
          onFocus={onFocus}
          onFinding={walk.start}
        />
      </aside>
    </>
  );
};
