const LONGEST = 200;
// control characters, marks that turn the direction of writing (as in “exe.gpj”), and what file systems forbid
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]+/gu;

/** Makes the name of an uploaded file safe to show and to save under: no path, nothing invisible, at most 200 characters, its ending kept. */
export function toFileName(given: string): string {
  const name = (given.normalize("NFC").split(/[/\\]/).at(-1) ?? "")
    .replace(FORBIDDEN, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+|[. ]+$/g, "");
  if (name === "") return "file";
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const ending = endingOf(name);
  const kept = ending.length <= 10 ? ending : "";
  return characters.slice(0, LONGEST - kept.length).join("") + kept;
}

/** The last ending of a name with its dot, in lower case; empty without one. */
export const endingOf = (name: string): string => /\.[^.\s]+$/.exec(name)?.[0].toLowerCase() ?? "";
