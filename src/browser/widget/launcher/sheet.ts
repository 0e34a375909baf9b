/** The nonce of our own script tag, for pages whose policy asks for one. */
let styleNonce = "";
export const useStyleNonce = (nonce: string): void => {
  styleNonce = nonce;
};

/** Adds styles to the shadow root as a constructed sheet, which the strictest policy allows; as a style element with the nonce where there are none. */
export const addSheet = (shadow: ShadowRoot, css: string): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    const element = document.createElement("style");
    element.nonce = styleNonce;
    element.textContent = css;
    shadow.append(element);
  }
};
