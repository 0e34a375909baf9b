import type { Step } from "#core/domain";
import type { Names } from "#steps/editors";
import { useCallback } from "react";
import { stepEditorsByType } from "../editors-by-type.ts";

/** How cards say what a step does, with the names of whom it points at. */
export const useDescribe = (names: Names) =>
  useCallback(
    (step: Step) => stepEditorsByType.get(step.type)?.describe?.(step.config, names) ?? null,
    [names],
  );
