import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page, Route } from "@playwright/test";
import type { WidgetConfigBody } from "../../src/contract/widget.ts";
import { unsetConfig } from "../unset-config.ts";
import { fulfillWorkspace } from "../workspace-module.ts";

/** Where the pretend shop lives; nothing of it leaves the browser. */
const site = "https://shop.test";
const key = "pk_chat";
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Message {
  readonly author: { readonly kind: string; readonly name: string | null };
  readonly text: string;
  readonly quick_replies?: readonly { readonly id: string; readonly label: string }[];
  readonly answer_input?: { readonly kind: string } | null;
}

/** One conversation as the pretend server has it. */
export interface Talk {
  readonly status?: "open" | "closed";
  readonly messages: readonly Message[];
  readonly read?: number;
  readonly assignee_name?: string | null;
  readonly is_automated?: boolean;
}

export interface ChatPageOptions {
  readonly talks?: readonly Talk[];
  readonly answering?: {
    readonly is_online: boolean;
    readonly next_open: string | null;
    readonly has_email: boolean;
  };
  readonly theme?: Readonly<Record<string, unknown>>;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  /** The server answers 503 to everything after the configuration. */
  readonly isDown?: boolean;
  readonly context?: BrowserContextOptions;
}

export interface ChatPage {
  readonly page: Page;
  readonly widget: Locator;
  /** The network goes, for what is answered from memory too. */
  readonly goOffline: () => Promise<void>;
  /** What axe finds wrong, in words. */
  readonly audit: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The visitor's last words first in any test that needs a talk. */
export const visitor = { kind: "contact", name: null };
export const nora = { kind: "member", name: "Nora" };
export const workflow = { kind: "workflow", name: null };

/** Opens one page with the real widget in Chromium and answers its calls from memory: every state of the chat, without a server. */
export const openChatPage = async (
  browser: Browser,
  options: ChatPageOptions = {},
): Promise<ChatPage> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce", // nothing is looked at half way
    ...options.context,
  });
  let isOffline = false;
  await context.route(`${site}/**`, (route) =>
    isOffline ? route.abort("internetdisconnected") : answer(route, options),
  );
  await context.routeWebSocket(/\/widget\/v1\/socket/, (socket) => {
    socket.onMessage((data) => {
      if (String(data).includes('"hello"')) socket.send(JSON.stringify({ type: "ready" }));
    });
  });
  if ((options.talks ?? []).length > 0)
    await context.addInitScript((name) => {
      localStorage.setItem(name, "true");
    }, `switchboard:${key}:has_conversation`);
  const page = await context.newPage();
  await page.goto(`${site}/`);
  const widget = page.locator("switchboard-widget");
  await widget.locator(".launcher").waitFor();
  return {
    page,
    widget,
    goOffline: async () => {
      isOffline = true;
      await context.setOffline(true);
    },
    audit: async () => {
      await page.addScriptTag({ path: axePath });
      return await page.evaluate(async () => {
        // axe-core's script puts itself on window; its types would pull its own globals into every test.
        const axe: unknown = Reflect.get(window, "axe");
        if (typeof axe !== "object" || axe === null) throw new Error("axe has not loaded");
        const result: {
          violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          passes: { nodes: { html: string }[] }[];
        } = await Reflect.apply(Reflect.get(axe, "run"), axe, [document]);
        const hasSeenWidget = result.passes.some(({ nodes }) =>
          nodes.some(({ html }) => html.includes("launcher") || html.includes("panel")),
        );
        if (!hasSeenWidget) throw new Error("axe has not looked into the widget");
        return result.violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`),
        );
      });
    },
    close: () => context.close(),
  };
};

const toId = (at: number): string => `20000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
const at = (minutesAgo: number): string => new Date(Date.now() - minutesAgo * 60_000).toISOString();

const conversationBody = (talk: Talk, index: number): object => {
  const { messages, read = messages.length, assignee_name = null, is_automated = false } = talk;
  return {
    id: toId(index),
    status: talk.status ?? "open",
    last_sequence: messages.length,
    contact_read_sequence: read,
    member_read_sequence: messages.length,
    assignee_name,
    is_automated,
    unread_count: messages.slice(read).filter(({ author }) => author.kind !== "contact").length,
    last_activity_at: at(3 + index * 1_500),
    preview: messages.at(-1)?.text ?? "",
  };
};

const messageBody = (message: Message, talk: number, index: number, count: number): object => ({
  id: `30000000-0000-4000-8000-${String(talk * 1_000 + index).padStart(12, "0")}`,
  conversation_id: toId(talk),
  sequence: index + 1,
  author: message.author,
  text: message.text,
  quick_replies: message.quick_replies ?? [],
  quick_reply_id: null,
  answer_input: message.answer_input ?? null,
  delivery: "sent",
  sent_at: at(3 + talk * 1_500 + (count - index)),
});

const answer = async (route: Route, options: ChatPageOptions): Promise<void> => {
  const { pathname } = new URL(route.request().url());
  const json = (value: unknown, status = 200): Promise<void> =>
    route.fulfill({ status, contentType: "application/json", body: JSON.stringify(value) });
  const talks = options.talks ?? [];
  if (pathname === "/widget/workspace.js")
    return fulfillWorkspace(route, { ...unsetConfig, theme: themeOf(options) });
  if (pathname.startsWith("/widget/v1/") && options.isDown === true) return json({}, 503);
  if (pathname === "/widget/v1/visits")
    return json({
      visitor_token: "vt_chat",
      contact_id: toId(999),
      visitor_session_id: route.request().postDataJSON().visitor_session_id,
    });
  if (pathname === "/widget/v1/conversations")
    return json({
      items: talks.map(conversationBody),
      answering: options.answering ?? { is_online: true, next_open: null, has_email: false },
    });
  const index = talks.findIndex((_, talk) => pathname.includes(toId(talk)));
  const talk = talks[index];
  if (talk !== undefined && pathname.endsWith("/messages"))
    return json({
      items: talk.messages.map((message, number) =>
        messageBody(message, index, number, talk.messages.length),
      ),
      has_more: false,
      conversation: conversationBody(talk, index),
    });
  if (pathname.startsWith("/widget/v1/")) return route.fulfill({ status: 204, body: "" });
  if (pathname.startsWith("/widget/"))
    return route.fulfill({
      contentType: "text/javascript; charset=utf-8",
      body: await readFile(path.join("build", pathname)),
    });
  return route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="${options.lang ?? "en"}" dir="${options.dir ?? "ltr"}"><head><title>Shop</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body><main><h1>Tents</h1><a href="#more">More tents</a></main>
      <script src="/widget/widget.js" data-key="${key}" async></script></body></html>`,
  });
};

const themeOf = ({ theme }: ChatPageOptions): WidgetConfigBody["theme"] => ({
  ...unsetConfig.theme,
  ...theme,
});
