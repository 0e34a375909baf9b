import { IconAction, useIsPhone } from "#browser/ui";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { Background, BackgroundVariant, Panel, useReactFlow, useStore } from "@xyflow/react";
import type { ReactNode } from "react";
import { Distance } from "./distance.tsx";
import { OverviewMap } from "./overview-map.tsx";
import { useFit } from "./use-fit.ts";

/** The dots behind the cards, the zoom controls and the minimap; `children` are further buttons beside the zoom. */
export const CanvasFurniture = ({
  hasMinimap,
  children,
}: {
  hasMinimap: boolean;
  children?: ReactNode;
}) => {
  const { zoomIn, zoomOut } = useReactFlow();
  const fit = useFit();
  const isPhone = useIsPhone();
  return (
    <>
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <Panel position="bottom-left" className="graph-tools">
        {children}
        <IconAction label="Zoom out" onClick={() => void zoomOut({ duration: 150 })}>
          <IconMinus size={16} />
        </IconAction>
        <Zoom />
        <IconAction label="Zoom in" onClick={() => void zoomIn({ duration: 150 })}>
          <IconPlus size={16} />
        </IconAction>
        <IconAction label="Fit" onClick={() => fit()}>
          <IconFocusCentered size={17} />
        </IconAction>
      </Panel>
      {hasMinimap && !isPhone && <OverviewMap />}
      <Distance />
    </>
  );
};

const Zoom = () => {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return <span className="graph-zoom">{percent} %</span>;
};
