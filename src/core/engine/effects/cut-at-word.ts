/** Shortens a text to at most so many characters, at the end of a word where there is one in the last tenth. */
export const cutAtWord = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const room = longest - 1;
  const space = text.lastIndexOf(" ", room);
  const end = space >= longest * 0.9 ? space : room;
  const isSplitPair =
    end > 0 && text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) <= 0xdbff;
  return `${text.slice(0, isSplitPair ? end - 1 : end).trimEnd()}…`;
};
