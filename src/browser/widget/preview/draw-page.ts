import styles from "./page.css";

/** Draws the outline of a page of no shop in particular, light or dark. */
export const drawPage = (scheme: "auto" | "light" | "dark"): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.style.colorScheme = scheme === "auto" ? "light dark" : scheme;
  const main = document.createElement("main");
  main.ariaHidden = "true";
  for (const part of ["bar", "title", "line", "line", "line", "cards", "line", "line"]) {
    const block = document.createElement("div");
    block.className = part;
    main.append(block);
  }
  document.querySelector("main")?.remove();
  document.body.prepend(main);
};
