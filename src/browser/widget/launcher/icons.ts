const svgNamespace = "http://www.w3.org/2000/svg";

const createIcon = (className: string, pathData: string): SVGSVGElement => {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", pathData);
  svg.append(path);
  return svg;
};

export const chatIcon = (): SVGSVGElement =>
  createIcon(
    "icon-chat",
    "M12 3.5c-5 0-9 3.4-9 7.7 0 2.5 1.4 4.7 3.5 6.1-.1 1-.5 2-1.2 2.8-.3.3 0 .8.4.8 1.9-.2 3.4-.9 4.5-1.8.6.1 1.2.1 1.8.1 5 0 9-3.4 9-7.9 0-4.4-4-7.8-9-7.8z",
  );

export const closeIcon = (): SVGSVGElement => createIcon("icon-close", "M6 9.5l6 6 6-6");
