import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";

/**
 * Names steps whose action belongs to an integration that is not connected, or whose credential is refused.
 *
 * Codes
 * - `disconnected_integration` (error): every call would fail; connect it under Settings → Integrations.
 */
export const disconnectedIntegration = ({ bound, world }: CheckedGraph): readonly Found[] =>
  [...bound.steps].flatMap(([stepId, { references }]): readonly Found[] =>
    references.flatMap(({ kind, id, path: field }): readonly Found[] => {
      const name = kind === "action" ? world.actions?.get(id)?.integration : undefined;
      const integration = name === undefined ? undefined : world.integrations?.get(name);
      if (integration === undefined || integration.state === "connected") return [];
      const what =
        integration.state === "refused"
          ? `${integration.title} does not accept its credential any more`
          : `${integration.title} is not connected`;
      return [
        {
          code: "disconnected_integration",
          message: `${what}; connect it under Settings → Integrations`,
          severity: "error",
          stepId,
          field,
        },
      ];
    }),
  );
