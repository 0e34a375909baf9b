import { useLayoutEffect, useState } from "preact/hooks";
import type { Store } from "../state/store.ts";

/** Reads a store and draws again when it changes. */
export const useStore = <State>(store: Store<State>): State => {
  const [state, setState] = useState(() => ({ of: store.get() }));
  useLayoutEffect(() => {
    const read = (): void => setState({ of: store.get() });
    read();
    return store.listen(read);
  }, [store]);
  return state.of;
};
