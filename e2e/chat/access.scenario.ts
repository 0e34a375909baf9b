import { type Browser, expect, test } from "@playwright/test";
import {
  type ChatPage,
  type ChatPageOptions,
  nora,
  openChatPage,
  type Talk,
  visitor,
  workflow,
} from "./chat-page.ts";

const withNora: Talk = {
  assignee_name: "Nora",
  messages: [
    { author: visitor, text: "Is the two-person tent back in stock?" },
    { author: nora, text: "Yes, **twelve** of them. See [the tent](https://shop.test/tent)." },
    { author: visitor, text: "Great" },
  ],
};
const question: Talk = {
  is_automated: true,
  messages: [
    { author: visitor, text: "Hello" },
    {
      author: workflow,
      text: "What is it about?",
      quick_replies: [
        { id: "order", label: "An order" },
        { id: "return", label: "A return" },
      ],
      answer_input: { kind: "single_choice" },
    },
  ],
};
const closed: Talk = { ...withNora, status: "closed" };
const unread: Talk = {
  messages: [{ author: nora, text: "Your parcel is on its way." }],
  read: 0,
};
const away = { is_online: false, next_open: null, has_email: false };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const open = async ({ widget }: ChatPage): Promise<void> => {
  await widget.getByRole("button", { name: /^Open chat/ }).click();
  await widget.getByRole("dialog").waitFor();
};

/** Every state that is looked at, and how to come to it. */
const states: Readonly<
  Record<string, ChatPageOptions & { readonly reach: (chat: ChatPage) => Promise<void> }>
> = {
  launcher: { reach: async () => {} },
  "preview bubble": {
    talks: [unread],
    reach: async ({ widget }) => await widget.getByRole("complementary").waitFor(),
  },
  "open and empty": {
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByText("Hello there").waitFor();
    },
  },
  "open with a question": {
    talks: [question],
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByRole("button", { name: "A return" }).waitFor();
    },
  },
  "the team away": {
    talks: [withNora],
    answering: away,
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByText("May we answer by e-mail").waitFor();
      await chat.widget.getByRole("button", { name: "Save" }).click();
      await chat.widget.getByText("Please write an address").waitFor();
    },
  },
  "out of reach": {
    isDown: true,
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByText("We cannot load your messages").waitFor();
    },
  },
  offline: {
    talks: [withNora],
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByText("Is the two-person tent").waitFor();
      await chat.goOffline();
      await chat.widget.getByLabel("Your message").fill("And the poles?");
      await chat.page.keyboard.press("Enter");
      await chat.widget.getByText("You are offline.").waitFor();
    },
  },
  "conversation list": {
    talks: [withNora, unread, closed],
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByRole("button", { name: /^All conversations/ }).click();
      await chat.widget.getByRole("list", { name: "Your conversations" }).waitFor();
    },
  },
  phone: {
    talks: [question],
    context: phone,
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByRole("button", { name: "A return" }).waitFor();
    },
  },
  "right to left": {
    talks: [
      {
        messages: [
          { author: visitor, text: "مرحبا" },
          { author: nora, text: "أهلا وسهلا" },
        ],
      },
    ],
    lang: "ar",
    dir: "rtl",
    reach: async (chat) => {
      await open(chat);
      await chat.widget.getByText("مرحبا").waitFor();
    },
  },
};

const reach = async (
  browser: Browser,
  name: string,
  context: ChatPageOptions["context"] = {},
): Promise<ChatPage> => {
  const state = states[name];
  if (state === undefined) throw new Error(`there is no state ${name}`);
  const chat = await openChatPage(browser, {
    ...state,
    context: { ...state.context, ...context },
  });
  await state.reach(chat);
  return chat;
};

for (const name of Object.keys(states))
  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds nothing wrong: ${name}, ${colorScheme}`, async ({ browser }, info) => {
      const chat = await reach(browser, name, { colorScheme });
      expect(await chat.audit()).toEqual([]);
      await info.attach(`${name} ${colorScheme}`, {
        body: await chat.page.screenshot({ path: info.outputPath("seen.png") }),
        contentType: "image/png",
      });
      await chat.close();
    });

test("axe finds nothing wrong with a yellow and with a black accent", async ({ browser }) => {
  for (const accent_color of ["#ffe600", "#000000"])
    for (const colorScheme of ["light", "dark"] as const) {
      const chat = await openChatPage(browser, {
        talks: [question],
        theme: { accent_color },
        context: { colorScheme },
      });
      await open(chat);
      await chat.widget.getByRole("button", { name: "A return" }).waitFor();
      expect(await chat.audit()).toEqual([]);
      await chat.close();
    }
});

test("everything can be reached and done with the keyboard alone", async ({ browser }) => {
  const chat = await openChatPage(browser, { talks: [question, closed] });
  const { page, widget } = chat;
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let count = 0; count < 25; count += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement?.shadowRoot?.activeElement;
        return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      });
      if (name.test(focused)) return;
    }
    throw new Error(`Tab does not come to ${name}`);
  };
  await tabTo(/^Open chat/);
  await page.keyboard.press("Enter");
  await expect(widget.getByLabel("Your message")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(widget.getByRole("button", { name: "Attach files" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(widget.getByRole("button", { name: "Talk to a person" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(widget.getByRole("button", { name: "An order" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(widget.getByLabel("Your message")).toBeFocused();
  await expect(widget.locator(".is-outgoing")).toHaveText(["An order"]);

  await tabTo(/^(Close chat|All conversations)/);
  await widget.getByRole("button", { name: "All conversations" }).focus();
  await page.keyboard.press("Enter");
  await expect(widget.getByRole("list").getByRole("button").first()).toBeFocused();
  await tabTo(/New conversation/);
  await page.keyboard.press("Enter");
  await expect(widget.getByLabel("Your message")).toBeFocused();
  await expect(widget.getByText("Hello there")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(widget.getByRole("dialog")).toHaveCount(0);
  await expect(widget.getByRole("button", { name: /^Open chat/ })).toBeFocused();
  await chat.close();
});

test("a screen reader finds a named dialog with a log, its messages, buttons and field", async ({
  browser,
}) => {
  const chat = await reach(browser, "open with a question");
  await expect(chat.widget).toMatchAriaSnapshot(`
    - region "Chat":
      - dialog "Northwind Outdoor":
        - button "All conversations"
        - heading "Northwind Outdoor" [level=2]
        - paragraph: We answer right here
        - button "Close chat"
        - log "Messages":
          - paragraph: Today
          - paragraph: You
          - paragraph: Hello
          - paragraph: Northwind Outdoor
          - paragraph: What is it about?
          - paragraph:
            - time
          - group "What is it about?":
            - button "An order"
            - button "A return"
        - button "Talk to a person"
        - button "Attach files"
        - textbox "Your message"
        - button "Send" [disabled]
      - button "Close chat" [expanded]
  `);
  await expect(chat.widget.getByRole("dialog")).toHaveAttribute("aria-modal", "false");
  await chat.close();
});

test("on a phone the dialog is modal and keeps Tab inside", async ({ browser }) => {
  const chat = await reach(browser, "phone");
  await expect(chat.widget.getByRole("dialog")).toHaveAttribute("aria-modal", "true");
  for (let count = 0; count < 12; count += 1) {
    await chat.page.keyboard.press("Tab");
    const isInside = await chat.page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.closest(".panel") != null,
    );
    expect(isInside).toBe(true);
  }
  await chat.close();
});

test("at 200 % zoom nothing is cut off", async ({ browser }) => {
  const chat = await reach(browser, "the team away", { viewport: { width: 640, height: 400 } });
  const panel = await chat.widget.getByRole("dialog").boundingBox();
  expect(panel).not.toBeNull();
  expect(panel?.x).toBeGreaterThanOrEqual(0);
  expect(panel?.y).toBeGreaterThanOrEqual(0);
  expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(400);
  await expect(chat.widget.getByLabel("Your message")).toBeInViewport();
  expect(await chat.audit()).toEqual([]);
  await chat.page.screenshot({ path: test.info().outputPath("seen.png") });
  await chat.close();
});

test("the chat speaks the page's language where it can, else the browser's", async ({
  browser,
}) => {
  for (const [lang, launcher, title] of [
    ["de-AT", "Chat öffnen", "Guten Tag"],
    ["fr", "Ouvrir le chat", "Bonjour"],
    ["es-MX", "Abrir el chat", "Hola"],
    ["ja", "Open chat", "Hello there"],
  ] as const) {
    const chat = await openChatPage(browser, { lang });
    await chat.widget.getByRole("button", { name: launcher }).click();
    await expect(chat.widget.getByRole("heading", { name: title })).toBeVisible();
    await chat.close();
  }
});
