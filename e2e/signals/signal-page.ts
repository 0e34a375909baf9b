import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page, Route } from "@playwright/test";
import { unsetConfig } from "../unset-config.ts";
import { fulfillWorkspace } from "../workspace-module.ts";

/** Where the pretend shop lives; nothing of it leaves the browser. */
const site = "https://shop.test";
const key = "pk_signals";

interface ArmedRow {
  readonly trigger_type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface Fired {
  readonly id: string;
  readonly trigger_type: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly page: { readonly url: string };
}

export interface SignalPage {
  readonly page: Page;
  /** What the page has reported so far, in order. */
  readonly fired: readonly Fired[];
  readonly close: () => Promise<void>;
}

export interface SignalPageOptions {
  /** The body, or one for each path; single-page navigation needs no entry. A whole document (`<!doctype`) is taken as it is. */
  readonly body: string | Readonly<Record<string, string>>;
  readonly head?: string;
  readonly armed: readonly ArmedRow[];
  /** Where to begin; "/" unless told. */
  readonly path?: string;
  readonly isTouch?: boolean;
  /** False for somebody who arrives now: their first reports are held back for ten seconds (SPEC 2 "Proactive manners"). */
  readonly hasArrived?: boolean;
  /** Called before the first page is opened: for a clock moved by hand, or a browser with something missing. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/**
 * Opens one page with the real widget.js in Chromium, in a context of its own, and answers the widget's calls from memory: real browser,
 * real input, no server. The widget is armed when this resolves.
 */
export const openSignalPage = async (
  browser: Browser,
  {
    body,
    head = "",
    armed,
    path: startPath = "/",
    isTouch = false,
    hasArrived = true,
    prepare,
  }: SignalPageOptions,
): Promise<SignalPage> => {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    hasTouch: isTouch,
    isMobile: isTouch,
  });
  const fired: Fired[] = [];
  await context.route(`${site}/**`, (route) => answer(route, { body, head, armed, fired }));
  if (hasArrived)
    await context.addInitScript((name) => {
      if (location.protocol !== "https:") return; // the blank page before has no storage
      const now = Date.now();
      const session = {
        id: crypto.randomUUID(),
        last_activity_at: now,
        began_at: now - 60_000,
      };
      if (localStorage.getItem(name) === null) localStorage.setItem(name, JSON.stringify(session));
    }, `switchboard:${key}:session`);
  await prepare?.(context);
  const page = await context.newPage();
  const configured = page.waitForResponse(`${site}/widget/workspace.js**`);
  await page.goto(site + startPath);
  await configured;
  // The host stays hidden until the sensor is armed.
  await page.locator("switchboard-widget:not([data-hidden])").waitFor({ state: "attached" });
  return { page, fired, close: () => context.close() };
};

interface Served extends Required<Pick<SignalPageOptions, "body" | "head" | "armed">> {
  readonly fired: Fired[];
}

const answer = async (route: Route, { body, head, armed, fired }: Served): Promise<void> => {
  const request = route.request();
  const { pathname } = new URL(request.url());
  const json = (value: unknown, status = 200): Promise<void> =>
    route.fulfill({ status, contentType: "application/json", body: JSON.stringify(value) });
  if (pathname === "/widget/workspace.js")
    return fulfillWorkspace(route, { ...unsetConfig, armed });
  if (pathname === "/widget/v1/visits") {
    const { visitor_session_id } = request.postDataJSON();
    return json({ visitor_token: "vt_signals", visitor_session_id });
  }
  if (pathname === "/widget/v1/detections") {
    // As at the server: the same id again is the same report. A tab may not see at once what another has written to storage.
    const reported: readonly Fired[] = request.postDataJSON().detections;
    fired.push(...reported.filter(({ id }) => fired.every((known) => known.id !== id)));
    return json({}, 202);
  }
  if (pathname.startsWith("/widget/v1/")) return json({ code: "not_found" }, 404);
  if (pathname.startsWith("/widget/"))
    return route.fulfill({
      contentType: "text/javascript",
      body: await readFile(path.join("build", pathname)),
    });
  const content = typeof body === "string" ? body : body[pathname];
  if (content === undefined) return route.fulfill({ status: 404, body: "" });
  const script = `<script src="/widget/widget.js" data-key="${key}" async></script>`;
  return route.fulfill({
    contentType: "text/html",
    body: /^<!doctype/i.test(content)
      ? content.replace("</head>", `${script}</head>`)
      : `<!doctype html><html lang="en"><head><title>Shop</title>${head}</head><body>${content}
      ${script}</body></html>`,
  });
};
