/**
 * `npm run bench -- widget-cost [--json]`: what the widget costs a page in Chromium, slowed down four times: script time of the first two
 * files and of the panel, time of its listeners per input over 600 real inputs with everything armed, layout shift, back/forward cache.
 * Targets: BEHAVIORS 8. Needs `npm run build` before.
 */
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../scripts/test/find-chromium.mjs";
import { openSignalPage } from "../e2e/signals/signal-page.ts";
import { type Figure, printFigures } from "./support/figures.ts";

const slowdown = 4;
const turns = 5;
const inputs = 600;

const armed = [
  { trigger_type: "chat_opened", config: {} },
  { trigger_type: "ecommerce_signal", config: { kinds: "product,cart" } },
  { trigger_type: "engagement_score", config: { threshold: 100 } },
  { trigger_type: "first_visit", config: {} },
  { trigger_type: "form_frustration", config: {} },
  { trigger_type: "idle_detected", config: { seconds: 3_600 } },
  { trigger_type: "mouse_leave", config: {} },
  { trigger_type: "page_view", config: { url_pattern: "/never" } },
  { trigger_type: "pages_browsed", config: { pages: 99 } },
  { trigger_type: "rage_click", config: {} },
  { trigger_type: "return_visit", config: {} },
  { trigger_type: "scroll", config: { depth: 99 } },
];

const body = `<main><h1>Words</h1>${"<p>Some words of a page that is long enough to be scrolled.</p>".repeat(80)}
  <form><label>Name <input name="a"></label><label>Mail <input name="b"></label><button type="button">Go</button></form></main>`;

/** Times every listener and sums per event, before any script of the page runs; the page has no listeners of its own. */
const timeListeners = (): void => {
  const costs = new Map<Event, number>();
  const shifts = { sum: 0 };
  Reflect.set(window, "costs", costs);
  Reflect.set(window, "shifts", shifts);
  const add: unknown = Reflect.get(EventTarget.prototype, "addEventListener");
  EventTarget.prototype.addEventListener = function timed(type, listener, options) {
    const act =
      typeof listener === "function"
        ? function spend(this: EventTarget, event: Event) {
            const from = performance.now();
            listener.call(this, event);
            costs.set(event, (costs.get(event) ?? 0) + performance.now() - from);
          }
        : listener;
    if (typeof add === "function") Reflect.apply(add, this, [type, act, options]);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.sum += Number(Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift", buffered: true });
};

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Milliseconds that Chromium spent in compiling and running one file of the widget; promises going on later have no name there. */
const scriptMs = (trace: Buffer, file: RegExp): number => {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    trace.toString("utf8"),
  );
  return traceEvents
    .filter(
      ({ name, args }) =>
        [
          "v8.compile",
          "EvaluateScript",
          "v8.compileModule",
          "v8.evaluateModule",
          "FunctionCall",
        ].includes(name) && file.test(args?.data?.url ?? ""),
    )
    .reduce((sum, { dur = 0 }) => sum + dur / 1_000, 0);
};

const give = async (page: Page): Promise<void> => {
  for (let input = 0; input < inputs; input += 1) {
    const kind = input % 6;
    if (kind < 3) await page.mouse.move(100 + ((input * 37) % 700), 100 + ((input * 53) % 500));
    else if (kind === 3) await page.mouse.wheel(0, input % 12 < 6 ? 60 : -60);
    else if (kind === 4) await page.mouse.click(150 + ((input * 29) % 600), 150);
    else await page.keyboard.press("ArrowDown");
  }
};

interface Turn {
  readonly first: number;
  readonly second: number;
  readonly panel: number;
  readonly mean: number;
  readonly p99: number;
  readonly shift: number;
  readonly isKept: boolean;
}

const measure = async (): Promise<Turn> => {
  const browser = await chromium.launch({
    ...(await findChromium(process.cwd())),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const opened = await openSignalPage(browser, {
    body: { "/": body, "/next": "<h1>Next</h1>" },
    armed,
    prepare: async (context) => {
      await context.addInitScript(timeListeners);
      context.on("page", (page) => {
        void context
          .newCDPSession(page)
          .then((made) => made.send("Emulation.setCPUThrottlingRate", { rate: slowdown }));
      });
    },
  });
  const { page } = opened;
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8"] });
  await page.reload();
  await page.waitForTimeout(1_500);
  const trace = await browser.stopTracing();
  const first = scriptMs(trace, /\/widget\/widget\.js/);
  const second = scriptMs(trace, /\/widget\/workspace\.js/);
  await give(page);
  const costs = await page.evaluate(() => [...Reflect.get(window, "costs").values()].map(Number));
  const sorted = costs.toSorted((a, b) => a - b);
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8"] });
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(500);
  const panel = scriptMs(await browser.stopTracing(), /\/widget\/(chat|transport)\.js/);
  await page.getByRole("button", { name: "Close chat" }).first().click();
  const shift = Number(await page.evaluate(() => Reflect.get(window, "shifts").sum));
  await page.evaluate(() => Reflect.set(window, "wasKept", true));
  await page.goto("https://shop.test/next");
  await page.goBack({ waitUntil: "commit" }); // a page from the cache does not load again
  await page.waitForTimeout(300);
  const isKept = Boolean(await page.evaluate(() => Reflect.get(window, "wasKept") === true));
  await opened.close();
  await browser.close();
  return {
    first,
    second,
    panel,
    mean: costs.reduce((sum, cost) => sum + cost, 0) / inputs,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    shift,
    isKept,
  };
};

const done: Turn[] = [];
for (let turn = 0; turn < turns; turn += 1) done.push(await measure());
const upTo = (most: number, unit: string): NonNullable<Figure["target"]> => ({
  text: `at most ${most} ${unit}`,
  isMet: (value) => value <= most,
});
printFigures(
  path.basename(import.meta.url, ".mjs"),
  [
    {
      name: "script of widget.js",
      values: done.map(({ first }) => first),
      unit: "ms",
      target: upTo(10, "ms"),
    },
    {
      name: "script of workspace.js, everything armed",
      values: done.map(({ second }) => second),
      unit: "ms",
    },
    {
      name: "script of opening the panel",
      values: done.map(({ panel }) => panel),
      unit: "ms",
      target: upTo(40, "ms"),
    },
    {
      name: "listeners per input, mean",
      values: done.map(({ mean }) => mean),
      unit: "ms",
      target: upTo(0.3, "ms"),
    },
    {
      name: "listeners per event, p99",
      values: done.map(({ p99 }) => p99),
      unit: "ms",
      target: upTo(2, "ms"),
    },
    { name: "layout shift", values: done.map(({ shift }) => shift), unit: "", target: upTo(0, "") },
    {
      name: "kept in the back/forward cache",
      values: done.map(({ isKept }) => Number(isKept)),
      unit: "of 1",
      target: { text: "1", isMet: (value) => value === 1 },
    },
  ],
  process.argv.includes("--json"),
);
