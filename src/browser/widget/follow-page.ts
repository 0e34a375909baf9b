import type { Chat } from "./chat-port.ts";
import type { Clock } from "./clock.ts";
import type { Sensor } from "./sensor.ts";
import type { VisitorSession } from "./session/visitor-session.ts";
import { type PageChange, watchPage } from "./signals/watch-page.ts";

/** Input counts as activity of the visitor session at most this often. */
const touchEveryMs = 15_000;

export interface FollowPagePorts {
  readonly page: Window;
  readonly clock: Clock;
  readonly session: VisitorSession;
  readonly sensor: Sensor;
  /** Called after whatever may have begun a visitor session. */
  readonly tellBeginning: () => void;
  /** Null until the chat has been loaded. */
  readonly chat: () => Chat | null;
}

/** Brings what happens to the page to session, sensor and chat. Answers how to stop. */
export const followPage = ({
  page,
  clock,
  session,
  sensor,
  tellBeginning,
  chat,
}: FollowPagePorts): (() => void) => {
  let touchedAt = -touchEveryMs;
  const take = (change: PageChange): void => {
    switch (change.type) {
      case "entered":
        session.touch();
        sensor.take({ ...change, type: "page_entered" });
        tellBeginning();
        if (change.isLoad) chat()?.wake();
        else chat()?.pageChanged();
        break;
      case "shown":
        sensor.take({ type: "page_shown", at: change.at });
        chat()?.wake();
        break;
      case "hidden":
        sensor.take({ type: "page_hidden", at: change.at });
        break;
      case "left":
        chat()?.sleep();
        break;
      case "used":
        if (change.at - touchedAt < touchEveryMs) return;
        touchedAt = change.at;
        session.touch();
        tellBeginning();
        break;
    }
  };
  return watchPage(page, clock, take);
};
