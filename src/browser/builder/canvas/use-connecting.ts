import type { CanvasNode, LineEdge, PathEnd } from "#browser/graph";
import { notifyFailed } from "#browser/ui";
import { stepCatalogue } from "#steps";
import type { Connection, FinalConnectionState, HandleType, ReactFlowProps } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { connect } from "../commands/connect.ts";
import { disconnect } from "../commands/disconnect.ts";
import { reconnect } from "../commands/reconnect.ts";
import type { Builder } from "../use-builder.ts";
import { toConnection, toEdge, whyNotConnected } from "./to-connection.ts";
import { cardAt, type Pointer, pointerOf } from "./under-pointer.ts";

/**
 * Connecting two cards, moving an end of a line to another card, and pulling a line off. A line may be dropped anywhere on a card;
 * `onOpenEnd` is told of one that was dropped in the open.
 */
export function useConnecting(
  { perform }: Builder,
  onOpenEnd: (end: PathEnd, pointer: Pointer) => void,
) {
  const isDone = useRef(false);
  return useMemo(() => {
    const refuse = (source: string, target: string) => {
      const reason = whyNotConnected({ source, target });
      if (reason !== null) notifyFailed("Not connected", reason);
    };
    return {
      isValidConnection: (connection: Connection | LineEdge) =>
        toEdge({ ...connection, sourceHandle: connection.sourceHandle ?? null }) !== null,
      onConnectStart: () => {
        isDone.current = false;
      },
      onConnect: (connection: Connection) => {
        isDone.current = true;
        const edge = toEdge(connection);
        if (edge !== null) perform(connect(edge, stepCatalogue));
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        const pointer = pointerOf(event);
        if (isDone.current || state.fromHandle?.type !== "source" || pointer === undefined) return;
        const end = toConnection(state.fromNode?.id, state.fromHandle.id);
        if (end === null) return;
        const target = cardAt(pointer);
        if (target === null) return onOpenEnd(end, pointer);
        const edge = toEdge({ source: end.from, sourceHandle: end.path, target });
        if (edge === null) refuse(end.from, target);
        else perform(connect(edge, stepCatalogue));
      },
      onReconnectStart: () => {
        isDone.current = false;
      },
      onReconnect: (line: LineEdge, connection: Connection) => {
        isDone.current = true;
        const edge = toEdge(connection);
        if (edge !== null && line.data !== undefined)
          perform(reconnect(line.data.edge, edge, stepCatalogue));
      },
      /** `still` is the end that stayed where it was. */
      onReconnectEnd: (event: MouseEvent | TouchEvent, line: LineEdge, still: HandleType) => {
        const pointer = pointerOf(event);
        if (isDone.current || pointer === undefined) return;
        const target = cardAt(pointer);
        if (target === null) return perform(disconnect([line.id]));
        if (still !== "source" || target === line.target || line.data === undefined) return;
        const edge = toEdge({ ...line, sourceHandle: line.sourceHandle ?? null, target });
        if (edge === null) refuse(line.source, target);
        else perform(reconnect(line.data.edge, edge, stepCatalogue));
      },
    } satisfies ReactFlowProps<CanvasNode, LineEdge>;
  }, [perform, onOpenEnd]);
}
