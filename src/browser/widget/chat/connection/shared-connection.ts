import type { VisitorClientFrame, VisitorServerFrame } from "#contract";
import { readFrame } from "../wire/read-wire.ts";
import type { ConnectionPlace } from "./connection-machine.ts";
import { createConnection, type Connection, type ConnectionPorts } from "./connection.ts";
import type { TabLine, Tabs } from "./tabs.ts";

/** A leading tab that does not answer within this is asleep; another takes its place. */
const answerMs = 1_000;

/** What the tabs of a browser say to each other about the socket. */
type TabNews =
  /** From the leading tab: a frame, as the server wrote it. */
  | { readonly type: "frame"; readonly data: string }
  /** From the leading tab, when it changes or somebody asks. */
  | { readonly type: "place"; readonly place: ConnectionPlace; readonly isVisible: boolean }
  /** From the leading tab: something may have been missed. */
  | { readonly type: "check" }
  /** To the leading tab: is the socket alive? */
  | { readonly type: "wake" }
  /** To the leading tab: for the server. */
  | { readonly type: "send"; readonly frame: VisitorClientFrame }
  /** To every tab, whoever leads. */
  | { readonly type: "shared"; readonly value: unknown };

export interface SharedConnection extends Connection {
  /** Tells the other tabs. */
  readonly share: (value: unknown) => void;
}

export interface SharedConnectionPorts extends ConnectionPorts {
  /** Null: every tab for itself. */
  readonly tabs: Tabs | null;
  readonly onShared: (value: unknown) => void;
}

/**
 * One socket for all tabs: one of them leads, holds it and passes on what it hears. Who leads is agreed by a lock that a closed or crashed
 * tab loses by itself; one that only sleeps is noticed by who needs it, since it does not answer.
 */
export const createSharedConnection = (ports: SharedConnectionPorts): SharedConnection => {
  const { tabs, clock } = ports;
  let line: TabLine | null = null;
  let isLeading = false;
  let place: ConnectionPlace = "stopped";
  let giveUpLead = (): void => {};
  let stopDoubting = (): void => {};

  const say = (news: TabNews): void => line?.say(news);
  const sayPlace = (): void => say({ type: "place", place, isVisible: ports.isVisible() });

  const own = createConnection({
    ...ports,
    onFrame: (frame: VisitorServerFrame) => {
      ports.onFrame(frame);
      say({ type: "frame", data: JSON.stringify(frame) });
    },
    onPlace: (next) => {
      place = next;
      ports.onPlace(next);
      sayPlace();
    },
    catchUp: () => {
      ports.catchUp();
      say({ type: "check" });
    },
  });

  const lead = (): void => {
    isLeading = true;
    stopDoubting();
    own.start();
  };
  const seek = (how: "wait" | "take"): void => {
    giveUpLead();
    giveUpLead =
      tabs?.seekLead(how, {
        onLead: lead,
        onLost: () => {
          isLeading = false;
          own.stop();
          seek("wait");
        },
        onRefused: lead,
      }) ?? ((): void => {});
  };

  const hear = (news: unknown): void => {
    if (!isTabNews(news)) return;
    if (news.type === "shared") return ports.onShared(news.value);
    if (isLeading) {
      if (news.type === "wake") {
        own.wake();
        sayPlace();
      } else if (news.type === "send") own.send(news.frame);
      return;
    }
    if (news.type === "frame") {
      stopDoubting();
      const frame = readFrame(news.data);
      if (frame !== null) ports.onFrame(frame);
    } else if (news.type === "place") {
      stopDoubting();
      if (!ports.isVisible()) return;
      // A hidden tab's timers are slowed down: who is looked at gets the socket back sooner.
      if (news.place === "waiting" && !news.isVisible) seek("take");
      else if (news.place === "ready") ports.onPlace(news.place);
    } else if (news.type === "check" && ports.isVisible()) ports.catchUp();
  };

  return {
    start: () => {
      if (line !== null || isLeading) return;
      if (tabs === null) return lead();
      line = tabs.openLine(hear);
      seek("wait");
    },
    wake: () => {
      if (isLeading) return own.wake();
      ports.catchUp();
      if (line === null) return;
      say({ type: "wake" });
      stopDoubting();
      stopDoubting = clock.after(answerMs, () => {
        if (!isLeading && line !== null) seek("take");
      });
    },
    stop: () => {
      stopDoubting();
      isLeading = false;
      own.stop();
      giveUpLead();
      line?.close();
      line = null;
    },
    send: (frame) => {
      if (isLeading) return own.send(frame);
      say({ type: "send", frame });
      return line !== null;
    },
    share: (value) => say({ type: "shared", value }),
  };
};

const types: readonly string[] = ["frame", "place", "check", "wake", "send", "shared"];

/** Only tabs of the same site can speak here, so the form is taken from the type; a frame is read like one of the server's. */
const isTabNews = (news: unknown): news is TabNews =>
  typeof news === "object" &&
  news !== null &&
  "type" in news &&
  typeof news.type === "string" &&
  types.includes(news.type);
