/** Contrast of two colours after WCAG 2.2: 1 for the same, 21 for black on white. Colours are written `#rrggbb`. */
export const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** What is readable on a colour: white where it reaches 4.5, else black or white, whichever is clearer. */
export const textOn = (colour: string): string =>
  contrast(colour, "#ffffff") >= 4.5 || contrast(colour, "#ffffff") > contrast(colour, "#000000")
    ? "#ffffff"
    : "#000000";

/** The colour itself where it can be read on a surface, else moved towards `end` until it can: 4.5, as small text needs. */
export const readableOn = (colour: string, surface: string, end: string): string => {
  const to = channels(end);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = `#${channels(colour)
      .map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * part))
      .map((channel) => channel.toString(16).padStart(2, "0"))
      .join("")}`;
    if (contrast(mixed, surface) >= 4.5) return mixed;
  }
  return end;
};
