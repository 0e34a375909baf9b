import { countSelected, nothingSelected, type Selection } from "./selection.ts";

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Says how many cards, lines and notes there are, as labels do: "3 cards and 1 note". */
export function countWords(parts: Partial<Selection>): string {
  const { cards, edges, notes } = { ...nothingSelected, ...parts };
  if (countSelected({ cards, edges, notes }) === 0) return "nothing";
  const words = [
    ...(cards.length > 0 ? [counted(cards.length, "card")] : []),
    ...(edges.length > 0 ? [counted(edges.length, "line")] : []),
    ...(notes.length > 0 ? [counted(notes.length, "note")] : []),
  ];
  return words.length === 1
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.slice(-1).join("")}`;
}
