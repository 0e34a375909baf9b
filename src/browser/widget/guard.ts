/** Runs widget code inside the visitor's page: whatever goes wrong in it ends here, so that the page never sees an exception of ours. */
export const guarded =
  <Values extends readonly unknown[]>(
    act: (...values: Values) => void,
  ): ((...values: Values) => void) =>
  (...values) => {
    try {
      act(...values);
    } catch {
      // A broken widget must not break the page it is a guest in.
    }
  };

/** The same for what goes on later: a promise of ours that fails in the page's sight would count as the page's own error. */
export const quietly = (promise: Promise<unknown>): void => {
  guarded(() => {
    promise.catch(() => {});
  })();
};
