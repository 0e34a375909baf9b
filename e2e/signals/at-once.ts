/** Plays visits beside each other, most of which is waiting; few enough at a time for two cores. Rejects with the first that failed. */
export const playAtOnce = async (visits: readonly (() => Promise<void>)[]): Promise<void> => {
  const waiting = [...visits];
  const playNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, playNext));
};

const pagesAtOnce = 6;
