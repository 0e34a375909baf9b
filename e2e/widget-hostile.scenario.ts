import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { type RunningServer, startServer } from "./running-server.ts";

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000); // the first start may have to build
  folder = await mkdtemp(path.join(tmpdir(), "switchboard-hostile-"));
  server = await startServer({ dataDir: path.join(folder, "data") });
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface HostileAct {
  readonly name: string;
  /** Runs in the page before any of its scripts. */
  readonly act: () => void;
  /** Whether a visitor can still write to the team, or the widget stays away. */
  readonly chat: "works" | "may stay away";
}

const hostileActs: readonly HostileAct[] = [
  {
    name: "JSON cannot be used",
    chat: "may stay away",
    act: () => {
      const fail = (): never => {
        throw new Error("no JSON here");
      };
      Object.assign(JSON, { parse: fail, stringify: fail });
    },
  },
  {
    name: "JSON answers nonsense",
    chat: "may stay away",
    act: () => Object.assign(JSON, { parse: () => null, stringify: () => "nonsense" }),
  },
  {
    name: "every list has a stray enumerable member and a toJSON of its own",
    chat: "works",
    act: () => {
      Object.defineProperty(Array.prototype, "toJSON", { value: () => "[]" });
      Object.defineProperty(Array.prototype, "strayMethod", { value: () => 1, enumerable: true });
    },
  },
  {
    name: "list methods are patched to fail",
    chat: "may stay away",
    act: () => {
      const fail = (): never => {
        throw new Error("patched");
      };
      for (const name of ["map", "filter", "flatMap", "some", "every", "slice", "includes"])
        Reflect.set(Array.prototype, name, fail);
    },
  },
  {
    name: "events cannot be listened to",
    chat: "may stay away",
    act: () => {
      EventTarget.prototype.addEventListener = () => {
        throw new Error("patched");
      };
    },
  },
  {
    name: "promises are patched to fail",
    chat: "may stay away",
    act: () => {
      Reflect.set(Promise.prototype, "then", () => {
        throw new Error("patched");
      });
    },
  },
  {
    name: "storage is blocked",
    chat: "works",
    act: () => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
    },
  },
  {
    name: "storage is not there",
    chat: "works",
    act: () => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { value: null });
    },
  },
  {
    name: "storage is full",
    chat: "works",
    act: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  },
  {
    name: "storage is full of nonsense under our names",
    chat: "works",
    act: () => {
      const getItem: unknown = Reflect.get(Storage.prototype, "getItem");
      Storage.prototype.getItem = function getNonsense(name) {
        const nonsense = '{"id":[],"visitor_token":7,"values":3}';
        const found: unknown =
          typeof getItem === "function" ? Reflect.apply(getItem, this, [name]) : null;
        if (typeof found === "string") return found;
        return name.startsWith("switchboard:") ? nonsense : null;
      };
    },
  },
  {
    name: "the clock jumps by days, back and forth",
    chat: "works",
    act: () => {
      const { now } = Date;
      let calls = 0;
      Date.now = () => now() + ((calls += 1) % 3) * 86_400_000 - 86_400_000;
    },
  },
  {
    name: "timers fail",
    chat: "may stay away",
    act: () => {
      Reflect.set(window, "setTimeout", () => {
        throw new Error("patched");
      });
    },
  },
  {
    name: "fetch fails at once",
    chat: "may stay away",
    act: () => {
      window.fetch = () => {
        throw new Error("patched");
      };
    },
  },
  {
    name: "fetch never answers",
    chat: "may stay away",
    act: () => {
      window.fetch = () => new Promise(() => {});
    },
  },
  {
    name: "fetch answers nonsense",
    chat: "may stay away",
    act: () => {
      window.fetch = async () => Response.json([null, { armed: 7 }]);
    },
  },
  {
    name: "there are no shadow roots",
    chat: "may stay away",
    act: () => {
      Reflect.deleteProperty(Element.prototype, "attachShadow");
    },
  },
  {
    name: "there are neither observers nor aborts nor crypto",
    chat: "may stay away",
    act: () => {
      for (const name of ["MutationObserver", "AbortController", "crypto", "CSSStyleSheet"])
        Object.defineProperty(window, name, { value: undefined });
    },
  },
  {
    name: "the name of the global function is taken for good",
    chat: "works",
    act: () => {
      Object.defineProperty(window, "switchboard", { value: "taken", writable: false });
    },
  },
  {
    name: "the snippet's queue is nonsense",
    chat: "works",
    act: () => {
      Object.assign(window, {
        switchboard: Object.assign(() => {}, { q: [null, 7, [], [["dance"]], { length: -1 }] }),
      });
    },
  },
  {
    name: "the page takes foreign elements out again, at once and always",
    chat: "may stay away",
    act: () => {
      new MutationObserver(() => {
        for (const element of document.querySelectorAll("switchboard-widget")) element.remove();
      }).observe(document, { childList: true, subtree: true });
    },
  },
  {
    name: "the page is flooded with elements",
    chat: "works",
    act: () => {
      window.addEventListener("DOMContentLoaded", () => {
        let rounds = 0;
        const flood = (): void => {
          const box = document.createElement("div");
          for (let count = 0; count < 2_000; count += 1) box.append(document.createElement("i"));
          document.body.append(box);
          if ((rounds += 1) < 20) setTimeout(flood, 10);
        };
        flood();
      });
    },
  },
];

/** Writes to the team and waits until the server has it. */
const writeToTeam = async (page: Page): Promise<void> => {
  const widget = page.locator("switchboard-widget");
  await widget.getByRole("button", { name: "Open chat" }).click();
  await widget.getByLabel("Your message").fill("Are you there?");
  const sent = page.waitForResponse(
    (response) => response.url().endsWith("/widget/v1/messages") && response.ok(),
  );
  await page.keyboard.press("Enter");
  await sent;
};

for (const { name, act, chat } of hostileActs)
  test(`a page where ${name} is left in peace`, async ({ page }) => {
    const complaints: string[] = [];
    // What the page's own scripts run into is not ours, nor what the recorder of this test does.
    page.on("pageerror", ({ message, stack }) => {
      if (stack === undefined || stack.includes("/widget/")) complaints.push(message);
    });
    await page.addInitScript(act);
    await page.goto(`${server.url}/demo/pricing`);
    if (chat === "works") await writeToTeam(page);
    else await page.waitForTimeout(1_500);
    // The page itself goes on: its own links lead on.
    await page.getByRole("link", { name: "Gear" }).first().click();
    await page.waitForURL("**/demo/gear");
    expect(complaints).toEqual([]);
  });
