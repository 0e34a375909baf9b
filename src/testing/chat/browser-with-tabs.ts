import { defaultWidgetSettings } from "#core/domain";
import type { ChatBrowser } from "../../browser/widget/chat/chat-browser.ts";
import type { Tabs } from "../../browser/widget/chat/connection/tabs.ts";
import type { CorePort } from "../../browser/widget/chat/parts.ts";
import { type CreatedChat, createChat } from "../../browser/widget/chat/create-chat.ts";
import { createVisitorSession } from "../../browser/widget/session/visitor-session.ts";
import { createKeep } from "../../browser/widget/storage/keep.ts";
import { createRequest } from "../../browser/widget/transport/request.ts";
import { createVisits } from "../../browser/widget/transport/visits.ts";
import { MemoryStorage } from "../widget/memory-storage.ts";
import { visitedPage } from "../widget/visited-page.ts";
import type { BadNetwork } from "./bad-network.ts";
import type { VisitorTime } from "./tab-time.ts";

/** One tab with the real chat in it, and what a browser does to tabs. */
export interface Tab {
  readonly created: CreatedChat;
  readonly isFrozen: () => boolean;
  /** No timer rings and nothing is heard until it thaws; what came meanwhile is heard then. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Hears of the network and of storage as a page does. */
  readonly tell: (what: "onOnline" | "onOffline" | "onStored") => void;
  readonly close: () => void;
}

interface BrowserParts {
  readonly network: BadNetwork;
  readonly time: VisitorTime;
  readonly apiUrl: string;
  /** The workspace's public key. */
  readonly key: string;
  readonly random: () => number;
}

/** The browser of one visitor: storage, locks and a channel that its tabs share. */
export class BrowserWithTabs {
  readonly #parts: BrowserParts;
  readonly #storage = new MemoryStorage();
  readonly #lines = new Map<object, (news: unknown) => void>();
  readonly #seekers: { readonly lead: () => void; readonly lose: () => void }[] = [];
  readonly tabs: Tab[] = [];
  visible: Tab | null = null;

  constructor(parts: BrowserParts) {
    this.#parts = parts;
  }

  /** The visitor's token, once the server has given one. */
  token(): string | null {
    const keep = createKeep(`switchboard:${this.#parts.key}:`, () => this.#storage);
    const visit = keep.read("visit");
    return typeof visit === "object" &&
      visit !== null &&
      "visitor_token" in visit &&
      typeof visit.visitor_token === "string"
      ? visit.visitor_token
      : null;
  }

  openTab(): Tab {
    const { network, time, apiUrl, key, random } = this.#parts;
    const { clock, freeze: freezeTimers, end } = time.newTab(random);
    let isFrozen = false;
    let isClosed = false;
    const held: (() => void)[] = [];
    const hold = (act: () => void): void => {
      if (isClosed) return;
      if (isFrozen) held.push(act);
      else act();
    };
    const listeners = new Set<Parameters<ChatBrowser["listen"]>[0]>();
    const browser: ChatBrowser = {
      openSocket: (socketListeners) => network.openSocket(socketListeners, hold),
      files: {
        upload: () => Promise.resolve(201),
        rules: defaultWidgetSettings.attachments,
        addressOf: (url) => url,
      },
      tabs: this.#agree(hold),
      isVisible: () => this.visible === tab && !isFrozen,
      listen: (own) => {
        listeners.add(own);
        return () => listeners.delete(own);
      },
    };
    const keep = createKeep(`switchboard:${key}:`, () => this.#storage);
    const session = createVisitorSession(keep, clock);
    const request = createRequest(apiUrl, clock, network.fetch);
    const visits = createVisits({ key, keep, request, session, ...visitedPage });
    const port: CorePort = {
      request,
      visits,
      session,
      keep,
      tabKeep: createKeep("switchboard:", () => new MemoryStorage()),
      clock,
      describePage: () => ({ url: "https://shop.example/", title: "", referrer: "" }),
      tell: () => {},
      onOpened: () => {},
      onPanel: () => {},
    };
    const created = createChat(port, browser, noLauncher, noFocus);
    const tab: Tab = {
      created,
      isFrozen: () => isFrozen,
      freeze: () => {
        isFrozen = true;
        freezeTimers(true);
      },
      thaw: () => {
        isFrozen = false;
        freezeTimers(false);
        for (const act of held.splice(0)) act();
      },
      tell: (what) => hold(() => listeners.forEach((own) => own[what]())),
      close: () => {
        created.chat.sleep();
        created.chat.stop();
        isClosed = true;
        end();
        this.tabs.splice(this.tabs.indexOf(tab), 1);
        if (this.visible === tab) this.visible = null;
      },
    };
    this.tabs.push(tab);
    return tab;
  }

  /** The channel and the lock of the browser, as one tab has them. */
  #agree(hold: (act: () => void) => void): Tabs {
    return {
      openLine: (hear) => {
        const self = {};
        this.#lines.set(self, (news) => hold(() => hear(news)));
        return {
          say: (news) => {
            const copy: unknown = structuredClone(news);
            for (const [line, tell] of this.#lines)
              if (line !== self) queueMicrotask(() => tell(copy));
          },
          close: () => this.#lines.delete(self),
        };
      },
      seekLead: (how, { onLead, onLost }) => {
        const seeker = { lead: () => hold(onLead), lose: () => hold(onLost) };
        const [holder] = this.#seekers;
        if (how === "take") this.#seekers.unshift(seeker);
        else this.#seekers.push(seeker);
        if (how === "take" && holder !== undefined) {
          this.#seekers.splice(this.#seekers.indexOf(holder), 1);
          queueMicrotask(holder.lose);
        }
        if (this.#seekers[0] === seeker) queueMicrotask(seeker.lead);
        return () => {
          const at = this.#seekers.indexOf(seeker);
          if (at >= 0) this.#seekers.splice(at, 1);
          const [heir] = this.#seekers;
          if (at === 0 && heir !== undefined) queueMicrotask(heir.lead);
        };
      },
    };
  }
}

const nothing = (): void => {};
const noLauncher = { showUnread: nothing, showOpen: nothing, say: nothing, focus: nothing };
const noFocus = {
  isPhone: () => false,
  toPanel: nothing,
  toList: nothing,
  toComposer: nothing,
  settle: nothing,
  isInPanel: () => false,
  isInComposer: () => false,
  keepInside: nothing,
};
