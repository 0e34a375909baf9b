import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type ConversationId, toConversationId } from "#core/domain";
import { sendMessage, type Tools } from "#server/commands";
import { shownThread } from "../../browser/widget/chat/state/chat-state.ts";
import type { TestWorkspace } from "../doors/a-workspace.ts";
import { BadNetwork, fates, moods } from "./bad-network.ts";
import { BrowserWithTabs, type Tab } from "./browser-with-tabs.ts";
import { createVisitorTime } from "./tab-time.ts";

export interface Schedule {
  readonly seed: number;
  readonly origin: string;
  readonly workspace: TestWorkspace;
  readonly tools: Tools;
}

/** What came of one schedule; the seed plays it again. */
export interface Played {
  readonly seed: number;
  /** What happened, in order, for whoever has to find out why. */
  readonly acts: readonly string[];
  /** Texts the visitor wrote and the team wrote, in the order of writing. */
  readonly written: readonly string[];
  /** What the server holds, in sequence order. */
  readonly held: readonly string[];
  /** What each tab showed once it was looked at again. */
  readonly shown: readonly (readonly string[])[];
  /** Messages that still wait to be sent. */
  readonly unsent: number;
  /** Milliseconds of the visitor's time that the slowest tab needed after coming back, in steps of 100. */
  readonly backAfterMs: number;
}

/** Longest a tab may take, as promised. */
export const backWithinMs = 2_000;
const acts = 14;

/** Plays one random schedule of writing, faults, sleep and tab switching with the real chat against the real server, mends everything, and looks. */
export const playSchedule = async ({
  seed,
  origin,
  workspace,
  tools,
}: Schedule): Promise<Played> => {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  };
  const network = new BadNetwork(origin);
  const time = createVisitorTime();
  const apiUrl = `${origin}/widget/v1`;
  const browser = new BrowserWithTabs({ network, time, apiUrl, key: workspace.publicKey, random });
  const log: string[] = [];
  const byVisitor: string[] = [];
  const byTeam: string[] = [];

  const look = (tab: Tab): void => {
    browser.visible = tab;
    if (tab.isFrozen()) tab.thaw();
    tab.created.chat.wake();
  };
  const openTab = (): void => look(browser.openTab());
  const somebody = (): Tab => browser.visible ?? pick(browser.tabs);
  const findConversation = (): ConversationId | null => {
    const known = browser.tabs.flatMap(({ created }) => created.store.get().conversations)[0];
    return known === undefined ? null : toConversationId(known.id);
  };

  const deeds: Readonly<Record<string, () => Promise<void> | void>> = {
    "the visitor writes": () => {
      const tab = somebody();
      if (tab.isFrozen()) return;
      byVisitor.push(`visitor ${byVisitor.length}`);
      tab.created.actions.send(byVisitor.at(-1) ?? "");
    },
    "the team writes": async () => {
      const conversationId = findConversation();
      if (conversationId === null) return;
      const text = `team ${byTeam.length}`;
      byTeam.push(text);
      const verb = { caller: workspace.owner, conversationId, sourceKey: undefined };
      await sendMessage(tools, verb, { id: randomUUID(), text });
    },
    "calls go wrong": () => {
      for (let count = 0; count < 3; count += 1) network.fates.push(pick(fates));
    },
    "sockets break": () => network.cut(),
    "frames go wrong": () => {
      network.mood = pick(moods);
    },
    "the network goes": () => {
      network.isOnline = false;
      network.cut();
      browser.tabs.forEach((tab) => tab.tell("onOffline"));
    },
    "the network comes": () => {
      network.isOnline = true;
      browser.tabs.forEach((tab) => tab.tell("onOnline"));
    },
    "a tab falls asleep": () => {
      const tab = pick(browser.tabs);
      tab.freeze();
      if (browser.visible === tab) browser.visible = null;
    },
    "the computer sleeps": async () => {
      browser.tabs.forEach((tab) => tab.freeze());
      if (random() < 0.5) network.cut();
      await time.advance(random() * 45 * 60_000, network.settle);
      look(pick(browser.tabs));
    },
    "another tab is looked at": () => look(pick(browser.tabs)),
    "a tab is opened": () => {
      if (browser.tabs.length < 3) openTab();
    },
    "a tab is closed": () => {
      if (browser.tabs.length > 1) pick(browser.tabs).close();
    },
    "time passes": () => time.advance(random() * 20_000, network.settle),
  };

  openTab();
  await time.advance(100, network.settle);
  for (let count = 0; count < acts; count += 1) {
    const name = random() < 0.35 ? "the visitor writes" : pick(Object.keys(deeds));
    log.push(name);
    await deeds[name]?.();
    if (random() < 0.5) await network.settle();
  }

  network.mend();
  const isWhole = async (tab: Tab): Promise<boolean> => {
    const state = tab.created.store.get();
    const held = await readHeld(apiUrl, browser.token());
    return (
      state.outbox.length === 0 &&
      state.connection === "fine" &&
      JSON.stringify(shownThread(state).messages.map(({ text }) => text)) === JSON.stringify(held)
    );
  };
  let backAfterMs = 0;
  const shown: string[][] = [];
  let unsent = 0;
  for (const tab of browser.tabs) {
    look(tab);
    let waited = 0;
    await network.settle();
    while (!(await isWhole(tab)) && waited < backWithinMs) {
      await time.advance(100, network.settle);
      waited += 100;
    }
    // What the server itself still has to tell costs none of the visitor's time.
    for (let turn = 0; turn < 500 && !(await isWhole(tab)); turn += 1) await sleep(20);
    backAfterMs = Math.max(backAfterMs, waited);
    const state = tab.created.store.get();
    shown.push(shownThread(state).messages.map(({ text }) => text));
    unsent += state.outbox.length;
  }
  const held = await readHeld(apiUrl, browser.token());
  for (const tab of browser.tabs.slice()) tab.close();
  network.close();
  return { seed, acts: log, written: [...byVisitor, ...byTeam], held, shown, unsent, backAfterMs };
};

/** What the server holds of the visitor's conversation, asked for with calls that nothing disturbs. */
const readHeld = async (apiUrl: string, token: string | null): Promise<string[]> => {
  if (token === null) return [];
  const ask = async (path: string): Promise<{ items: { id: string; text: string }[] }> =>
    (await fetch(apiUrl + path, { headers: { authorization: `Bearer ${token}` } })).json();
  const { items } = await ask("/conversations");
  const texts = await Promise.all(
    items.map(async ({ id }) => (await ask(`/conversations/${id}/messages?limit=100`)).items),
  );
  return texts.flat().map(({ text }) => text);
};

/** Mulberry32: small, and the same on every machine. */
const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
