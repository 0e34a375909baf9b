/** Nought to ten in English, German, French and Spanish, without accents. "Un" and "eine" are articles far more often than numbers, so they are not here. */
export const countWords: ReadonlyMap<string, number> = new Map(
  [
    "zero null cero",
    "one eins uno",
    "two zwei deux dos",
    "three drei trois tres",
    "four vier quatre cuatro",
    "five funf fuenf cinq cinco",
    "six sechs seis",
    "seven sieben sept siete",
    "eight acht huit ocho",
    "nine neun neuf nueve",
    "ten zehn dix diez",
  ].flatMap((words, count) => words.split(" ").map((word) => [word, count] as const)),
);
