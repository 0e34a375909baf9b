/** Adds styles to the shadow root as a constructed sheet, which the strictest policy allows. */
export const addSheet = (shadow: ShadowRoot, css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets.push(sheet);
};
