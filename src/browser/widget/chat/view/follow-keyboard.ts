/** A phone's keyboard covers the lower part of the window without making it smaller; the panel keeps to what is left. Answers how to stop. */
export const followKeyboard = (panel: HTMLElement | null): (() => void) => {
  const view = window.visualViewport;
  if (view === null || panel === null) return () => {};
  const fit = (): void => {
    // Pinching to zoom shrinks the view too, and must not shrink the panel.
    if (view.scale > 1.01) return;
    panel.style.setProperty("--seen-top", `${view.offsetTop}px`);
    panel.style.setProperty("--seen-height", `${view.height}px`);
  };
  fit();
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
  };
};
