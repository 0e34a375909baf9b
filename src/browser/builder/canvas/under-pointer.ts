/** Where a pointer is, in the window's pixels. */
export interface Pointer {
  readonly clientX: number;
  readonly clientY: number;
}

/** The pointer of a mouse or of the finger that was lifted. */
export const pointerOf = (event: MouseEvent | TouchEvent): Pointer | undefined =>
  "changedTouches" in event ? event.changedTouches[0] : event;

/** The line under the pointer, by its key, whatever lies over it; null when there is none. */
export const lineAt = (pointer: Pointer): string | null => idAt(pointer, ".react-flow__edge");

/** The card under the pointer, by the name the canvas library has for it; null when there is none. */
export const cardAt = (pointer: Pointer): string | null => idAt(pointer, ".react-flow__node-card");

function idAt({ clientX, clientY }: Pointer, what: string): string | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const found = element.closest(what);
    if (found !== null) return found.getAttribute("data-id");
  }
  return null;
}
