const svgNamespace = "http://www.w3.org/2000/svg";

/** An icon of one path on a field of 24 by 24, for the eyes alone. */
export const createIcon = (pathData: string): SVGSVGElement => {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", pathData);
  svg.append(path);
  return svg;
};
