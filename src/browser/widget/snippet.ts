/** Inline stub for pages that call `switchboard(…)` before widget.js has come: it queues the calls and answers promises. Optional. */
if (Reflect.get(window, "switchboard") === undefined) {
  const q: unknown[] = [];
  const stub = (...values: unknown[]): Promise<unknown> => {
    const outcome = new Promise((resolve, reject) => q.push([values, resolve, reject]));
    outcome.catch(() => {});
    return outcome;
  };
  Reflect.set(window, "switchboard", Object.assign(stub, { q }));
}
export {};
