import type { LineEdge } from "#browser/graph";
import { stepCatalogue } from "#steps";
import type { Connection } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { connect } from "../commands/connect.ts";
import { disconnect } from "../commands/disconnect.ts";
import { reconnect } from "../commands/reconnect.ts";
import type { Builder } from "../use-builder.ts";
import { toEdge } from "./to-connection.ts";

/** Connecting two cards, moving an end of a line to another card, and pulling a line off. */
export function useConnecting({ perform }: Builder) {
  const isMoved = useRef(false);
  return useMemo(
    () => ({
      isValidConnection: (connection: Connection | LineEdge) =>
        toEdge({ ...connection, sourceHandle: connection.sourceHandle ?? null }) !== null,
      onConnect: (connection: Connection) => {
        const edge = toEdge(connection);
        if (edge !== null) perform(connect(edge, stepCatalogue));
      },
      onReconnectStart: () => {
        isMoved.current = false;
      },
      onReconnect: (line: LineEdge, connection: Connection) => {
        isMoved.current = true;
        const edge = toEdge(connection);
        if (edge !== null && line.data !== undefined)
          perform(reconnect(line.data.edge, edge, stepCatalogue));
      },
      onReconnectEnd: (_event: unknown, line: LineEdge) => {
        if (!isMoved.current) perform(disconnect([line.id]));
      },
    }),
    [perform],
  );
}
