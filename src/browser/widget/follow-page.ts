import type { Chat } from "./chat-port.ts";
import type { Clock } from "./clock.ts";
import type { Sensor } from "./sensor.ts";
import type { VisitorSession } from "./session/visitor-session.ts";
import { watchPage } from "./signals/watch-page.ts";

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
  return watchPage(page, clock, (change) => {
    if (change.type === "page_left") return chat()?.sleep();
    if (change.type === "page_used") {
      if (change.at - touchedAt < touchEveryMs) return;
      touchedAt = change.at;
      session.touch();
      return tellBeginning();
    }
    const isEntered = change.type === "page_entered";
    if (isEntered) session.touch();
    sensor.take(change);
    if (isEntered) tellBeginning();
    if (isEntered && !change.isLoad) chat()?.pageChanged();
    else if (change.type !== "page_hidden") chat()?.wake();
  });
};
