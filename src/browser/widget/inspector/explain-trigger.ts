import type { SensedTrigger } from "../sensor.ts";

/** `times_left` reads "Times left". */
export const nameWords = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const valueWords = (value: string | number | boolean | null): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  return value === null ? "nothing" : value.replaceAll("_", " ");
};

/** What has become of a trigger on this page, and why. What the server then decided stands in the workflow's list of non-starts. */
export const explainTrigger = ({
  isWatched,
  config,
  concluded,
}: SensedTrigger): { readonly state: "fired" | "watching" | "elsewhere"; readonly why: string } => {
  if (concluded !== null) {
    const facts = Object.entries(concluded).map(
      ([name, value]) => `${nameWords(name).toLowerCase()} ${valueWords(value)}`,
    );
    return {
      state: "fired",
      why: `It fired on this page${facts.length > 0 ? `: ${facts.join(", ")}` : ""}. Whether a workflow started is decided by the server.`,
    };
  }
  if (!isWatched) {
    const { url_pattern, url_contains } = config;
    const filter =
      typeof url_pattern === "string" && url_pattern !== ""
        ? `its address does not match “${url_pattern}”`
        : `its address does not contain “${String(url_contains)}”`;
    return { state: "elsewhere", why: `It cannot fire on this page: ${filter}.` };
  }
  const asked = Object.entries(config)
    .filter(([name, value]) => !name.startsWith("url_") && value !== "")
    .map(([name, value]) => `${nameWords(name).toLowerCase()} ${String(value)}`);
  return {
    state: "watching",
    why: `It has not fired on this page yet${asked.length > 0 ? `; it waits for ${asked.join(", ")}` : ""}.`,
  };
};
