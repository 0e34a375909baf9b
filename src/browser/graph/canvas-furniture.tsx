import { IconAction, useIsPhone } from "#browser/ui";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import {
  Background,
  BackgroundVariant,
  MiniMap,
  Panel,
  useReactFlow,
  useViewport,
} from "@xyflow/react";
import type { ReactNode } from "react";

/** The dots behind the cards, the zoom controls and the minimap; `children` are further buttons beside the zoom. */
export const CanvasFurniture = ({
  hasMinimap,
  children,
}: {
  hasMinimap: boolean;
  children?: ReactNode;
}) => {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  const isPhone = useIsPhone();
  return (
    <>
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <Panel position="bottom-left" className="graph-tools">
        {children}
        <IconAction label="Zoom out" onClick={() => void zoomOut({ duration: 150 })}>
          <IconMinus size={16} />
        </IconAction>
        <span className="graph-zoom">{Math.round(zoom * 100)} %</span>
        <IconAction label="Zoom in" onClick={() => void zoomIn({ duration: 150 })}>
          <IconPlus size={16} />
        </IconAction>
        <IconAction
          label="Fit"
          onClick={() => void fitView({ padding: 0.12, maxZoom: 1, duration: 250 })}
        >
          <IconFocusCentered size={17} />
        </IconAction>
      </Panel>
      {hasMinimap && !isPhone && (
        <MiniMap
          pannable
          zoomable
          position="bottom-right"
          className="graph-minimap"
          ariaLabel="Overview of the workflow"
          nodeBorderRadius={10}
        />
      )}
    </>
  );
};
