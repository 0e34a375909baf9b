/**
 * Takes files that are pasted or dropped anywhere on the panel; everything else about pasting and dropping stays as it is. Returns the way
 * to stop.
 */
export const takeDroppedFiles = (
  panel: HTMLElement | null | undefined,
  onFiles: (files: readonly File[]) => void,
): (() => void) => {
  const over = new AbortController();
  const options = { signal: over.signal };
  const take = (event: Event, carried: DataTransfer | null): void => {
    const files = [...(carried?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  panel?.addEventListener("paste", (event) => take(event, event.clipboardData), options);
  panel?.addEventListener("drop", (event) => take(event, event.dataTransfer), options);
  // Without this the browser would leave the page for the file.
  panel?.addEventListener("dragover", (event) => event.preventDefault(), options);
  return () => over.abort();
};
