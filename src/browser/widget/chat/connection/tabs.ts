import { guarded } from "../../guard.ts";

/** What a tab hears from the others, and says to them. */
export interface TabLine {
  readonly say: (news: unknown) => void;
  readonly close: () => void;
}

/** How one tab of the browser comes to speak for all of them. */
export interface Tabs {
  readonly openLine: (hear: (news: unknown) => void) => TabLine;
  /**
   * Waits for the lead, or takes it from a tab that does not answer. Answers how to give it up.
   * `onRefused`: this browser gives no lead to anybody.
   */
  readonly seekLead: (
    how: "wait" | "take",
    outcomes: {
      readonly onLead: () => void;
      readonly onLost: () => void;
      readonly onRefused: () => void;
    },
  ) => () => void;
}

/** The tabs of this browser by name; null where it has no way for them to talk or to agree. */
export const browserTabs = (name: string): Tabs | null =>
  typeof BroadcastChannel === "function" && "locks" in navigator
    ? {
        openLine: (hear) => {
          const channel = new BroadcastChannel(name);
          channel.addEventListener(
            "message",
            guarded((event: MessageEvent) => hear(event.data)),
          );
          return {
            say: guarded((news) => channel.postMessage(news)),
            close: () => channel.close(),
          };
        },
        seekLead: (how, { onLead, onLost, onRefused }) => {
          const over = new AbortController();
          let hasLed = false;
          let letGo = (): void => {};
          const hold = (): Promise<void> =>
            new Promise((resolve) => {
              if (over.signal.aborted) return resolve();
              letGo = resolve;
              hasLed = true;
              onLead();
            });
          const end = guarded(() => {
            if (!over.signal.aborted) (hasLed ? onLost : onRefused)();
          });
          // A lead that is taken cannot be waited for, so it takes no signal.
          const options = how === "take" ? { steal: true } : { signal: over.signal };
          navigator.locks.request(name, options, hold).catch(end);
          return () => {
            over.abort();
            letGo();
          };
        },
      }
    : null;
