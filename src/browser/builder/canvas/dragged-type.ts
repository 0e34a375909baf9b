import type { DragEvent } from "react";

const mime = "application/x-switchboard-step-type";

/** Marks a drag as carrying a step type from the palette. */
export function carryType(event: DragEvent, type: string): void {
  event.dataTransfer.setData(mime, type);
  event.dataTransfer.effectAllowed = "copy";
}

/** Whether a drag carries a step type. */
export const carriesType = (event: DragEvent): boolean => event.dataTransfer.types.includes(mime);

/** The step type a drop carries; empty when none. */
export const droppedType = (event: DragEvent): string => event.dataTransfer.getData(mime);
