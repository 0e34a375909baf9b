/**
 * Runs one act at a time over all tabs of this browser. Where there are no locks (plain http, blocked storage) each tab acts by itself: what
 * it sends has an id that makes a repeat harmless.
 */
export const aloneIn =
  (page: Window, name: string) =>
  async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = await takeTurn(page, name);
    try {
      return await act();
    } finally {
      turn.end();
    }
  };

interface Turn {
  readonly end: () => void;
}

const takeTurn = (page: Window, name: string): Promise<Turn> =>
  new Promise((resolve) => {
    const hold = (): Promise<void> => new Promise((end) => resolve({ end }));
    const goOn = (): void => resolve({ end: () => {} });
    try {
      page.navigator.locks.request(name, hold).catch(goOn);
    } catch {
      goOn();
    }
  });
