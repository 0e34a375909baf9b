import type { StepId } from "#core/domain";
import { findVariables, verifyGraph } from "#core/verify";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomGraph } from "../builders/random-graph.ts";

it("tells of a variable that it may be unset wherever the check warns of it", () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const variablesAt = findVariables(graph, stepCatalogue, triggerCatalogue, {});
      const warned = verifyGraph(graph, stepCatalogue, triggerCatalogue, {}).flatMap(
        ({ code, stepId, message }): { stepId: StepId; message: string }[] =>
          code === "variable_maybe_unset" && stepId !== null ? [{ stepId, message }] : [],
      );
      for (const { stepId, message } of warned)
        for (const { name, presence } of variablesAt(stepId))
          if (message.includes(`“${name}”`)) expect(presence).not.toBe("always");
    }),
  );
});
