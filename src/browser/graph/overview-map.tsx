import { useMantineColorScheme } from "@mantine/core";
import type { ReactFlowState } from "@xyflow/react";
import { Panel, useReactFlow, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useEffect, useRef } from "react";

const width = 200;
const height = 140;
const margin = 10;

/** Where the map's upper left corner is on the canvas, and how many of its pixels a pixel of the canvas takes. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * The whole workflow in small, with what is seen of it; a press or a drag on it goes there. It is painted at most once a frame,
 * as a picture: elements for hundreds of cards would have to be kept in step with every move of the mouse.
 */
export const OverviewMap = () => {
  const store = useStoreApi();
  const { setCenter } = useReactFlow();
  const { colorScheme } = useMantineColorScheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let frame = 0;
    const paintSoon = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (canvas.current !== null) paint(canvas.current, store.getState());
      });
    };
    const stop = store.subscribe(paintSoon);
    paintSoon();
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store, colorScheme]);
  const goThere = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const { x, y, scale } = frameOf(store.getState());
    void setCenter(x + (event.clientX - box.left) / scale, y + (event.clientY - box.top) / scale, {
      zoom: store.getState().transform[2],
    });
  };
  return (
    <Panel position="bottom-right" className="graph-minimap">
      <canvas
        ref={canvas}
        className="graph-minimap-picture"
        role="img"
        aria-label="Overview of the workflow"
        width={width * 2}
        height={height * 2}
        style={{ width, height }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goThere(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) goThere(event);
        }}
      />
    </Panel>
  );
};

type Node = ReactFlowState["nodeLookup"] extends Map<string, infer Value> ? Value : never;

const boxOf = (node: Node) => ({
  ...node.internals.positionAbsolute,
  width: node.measured.width ?? node.width ?? node.initialWidth ?? 0,
  height: node.measured.height ?? node.height ?? node.initialHeight ?? 0,
});

const viewOf = ({ transform: [x, y, zoom], width: seen, height: tall }: ReactFlowState) => ({
  x: -x / zoom,
  y: -y / zoom,
  width: seen / zoom,
  height: tall / zoom,
});

/** Fits everything and what is seen into the map. */
function frameOf(state: ReactFlowState): Frame {
  const view = viewOf(state);
  let [left, top] = [view.x, view.y];
  let [right, bottom] = [view.x + view.width, view.y + view.height];
  for (const node of state.nodeLookup.values()) {
    const box = boxOf(node);
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * margin) / Math.max(bottom - top, 1),
  );
  return {
    x: (left + right - width / scale) / 2,
    y: (top + bottom - height / scale) / 2,
    scale,
  };
}

/** The style sheet gives the colours: of the cards, of the selected ones, and of what is not seen. */
function paint(canvas: HTMLCanvasElement, state: ReactFlowState): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { color, outlineColor, backgroundColor } = getComputedStyle(canvas);
  const { x, y, scale } = frameOf(state);
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, width, height);
  const fill = (box: ReturnType<typeof viewOf>) =>
    context.fillRect(
      (box.x - x) * scale,
      (box.y - y) * scale,
      Math.max(box.width * scale, 1.5),
      Math.max(box.height * scale, 1.5),
    );
  for (const node of state.nodeLookup.values()) {
    context.fillStyle = node.selected ? outlineColor : color;
    context.globalAlpha = node.type === "note" ? 0.45 : 1;
    fill(boxOf(node));
  }
  const view = viewOf(state);
  context.globalAlpha = 0.7;
  context.fillStyle = backgroundColor;
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect((view.x - x) * scale, (view.y - y) * scale, view.width * scale, view.height * scale);
  context.fill("evenodd");
  context.globalAlpha = 1;
}
