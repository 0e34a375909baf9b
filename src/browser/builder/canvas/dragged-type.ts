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

/** The line under the pointer, by its key; null when there is none. */
export function lineAt(event: DragEvent): string | null {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const line = element.closest(".react-flow__edge");
    if (line !== null) return line.getAttribute("data-id");
  }
  return null;
}
