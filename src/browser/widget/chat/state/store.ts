/** Holds one value and tells who listens when it changes. */
export interface Store<State> {
  readonly get: () => State;
  readonly change: (by: (state: State) => State) => void;
  readonly listen: (listener: () => void) => () => void;
}

export const createStore = <State>(initial: State): Store<State> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    change: (by) => {
      const next = by(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
