import { expect, test } from "@playwright/test";
import { aroundForm, calledForm, loginForm, requiredForm, scriptedForm } from "./form-pages.ts";
import {
  hurryThrough,
  goBackAndForth,
  goElsewhere,
  goTo,
  onAddressForm,
  press,
  restMs,
  send,
  stayMs,
} from "./form-moves.ts";
import { expectedCounts, type PlayedScenario, playTogether } from "./play-together.ts";

const unharmed: readonly PlayedScenario[] = [
  {
    name: "filled and sent",
    fires: 0,
    play: async (page) => {
      for (const field of ["name", "mail", "phone", "street"]) {
        await goTo(page, field);
        await page.keyboard.type("a@b.example");
      }
      await page.locator("#country").selectOption("Brazil");
      await send(page);
    },
  },
  {
    name: "abandoned twice, and sent right after the third time",
    fires: 0,
    options: { body: scriptedForm("") },
    play: async (page) => {
      await goBackAndForth(page, "mail", 2);
      await goTo(page, "mail");
      await send(page);
      await goTo(page, "mail");
      await goElsewhere(page);
    },
  },
  {
    name: "passed through with the tab key, slowly, twice",
    fires: 0,
    play: async (page) => {
      await page.locator("#elsewhere").click();
      for (let time = 0; time < 16; time += 1) await press(page, "Tab");
    },
  },
  {
    name: "hurried through with the pointer",
    fires: 0,
    play: async (page) => {
      await hurryThrough(page, [
        "name",
        "mail",
        "phone",
        "street",
        "mail",
        "name",
        "mail",
        "elsewhere",
      ]);
    },
  },
  {
    name: "the tab is left with the focus in a field",
    fires: 0,
    play: async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setFocusEmulationEnabled", { enabled: false });
      const other = await page.context().newPage();
      await page.bringToFront();
      await goTo(page, "mail");
      for (let time = 0; time < 5; time += 1) {
        await other.bringToFront();
        await page.waitForTimeout(stayMs);
        await page.bringToFront();
        await page.waitForTimeout(stayMs);
      }
    },
  },
  {
    name: "filled by the browser or a password manager",
    fires: 0,
    play: async (page) => {
      for (let time = 0; time < 4; time += 1)
        for (const field of ["name", "mail", "phone"]) {
          await page.locator(`#${field}`).focus();
          await page.waitForTimeout(stayMs);
          await page.evaluate((id) => {
            const element = document.querySelector<HTMLInputElement>(`#${id}`);
            if (element === null) throw new Error("There is no such field");
            element.value = element.value === "" ? "a@b.example" : "";
            element.dispatchEvent(new Event("input", { bubbles: true }));
            element.dispatchEvent(new Event("change", { bubbles: true }));
            element.blur();
          }, field);
        }
    },
  },
  {
    name: "a script moves the focus while the visitor clicks elsewhere",
    fires: 0,
    play: async (page) => {
      for (let time = 0; time < 4; time += 1) {
        await page.evaluate(() =>
          setTimeout(() => document.querySelector<HTMLElement>("#mail")?.focus(), 200),
        );
        await page.waitForTimeout(700);
        await goElsewhere(page);
      }
    },
  },
  {
    name: "a search box with choices",
    fires: 0,
    options: {
      body: aroundForm(
        `<form role="search"><input id="name" aria-label="Search"><input id="mail"><button id="send">Go</button></form>`,
      ),
    },
    play: (page) => goBackAndForth(page, "name", 4),
  },
  {
    name: "a search box in the head of a form",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input id="name" type="search"><input id="mail" name="q"><input><select></select></form>`,
      ),
    },
    play: async (page) => {
      await goBackAndForth(page, "name");
      await goBackAndForth(page, "mail");
    },
  },
  {
    name: "a newsletter with a trap for robots",
    fires: 0,
    options: {
      body: aroundForm(
        `<form action="/sent"><input id="mail" type="email" required><input type="checkbox" required><input type="hidden" name="list">
        <input name="url" style="display: none"><input name="web" style="position: absolute; left: -5000px">
        <button id="send">Subscribe</button></form>`,
      ),
    },
    play: async (page) => {
      await goBackAndForth(page, "mail", 4);
      await send(page);
      await send(page);
    },
  },
  {
    name: "boxes, sliders, files and buttons",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input><input><input type="checkbox" id="name"><input type="radio" id="mail"><input type="range" id="phone">
        <input type="color" id="street" onclick="event.preventDefault()"><button type="button" id="send">+</button></form>`,
      ),
    },
    play: async (page) => {
      for (const field of ["name", "mail", "phone", "street", "send"])
        await goBackAndForth(page, field, 3);
    },
  },
  {
    name: "fields that cannot be written in",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input id="mail" readonly value="a@b.example"><input disabled><input><input></form>`,
      ),
    },
    play: (page) => goBackAndForth(page, "mail", 4),
  },
  {
    name: "a list that opens under its field",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input id="mail" role="combobox" aria-expanded="false" aria-controls="list"
          onfocus="this.setAttribute('aria-expanded', 'true')" onblur="this.setAttribute('aria-expanded', 'false')"><input><input></form>`,
      ),
    },
    play: (page) => goBackAndForth(page, "mail", 4),
  },
  {
    name: "a calendar of the page's own",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input id="mail" placeholder="Arrival"><input><input></form>
        <table id="calendar" hidden><tr><td id="day">7</td></tr></table>
        <script>
          let day = 7;
          mail.addEventListener("focus", () => { calendar.hidden = false; });
          document.querySelector("#day").addEventListener("click", () => {
            day += 1;
            mail.value = "2026-08-0" + day % 10;
            calendar.hidden = true;
          });
        </script>`,
      ),
    },
    play: async (page) => {
      for (let time = 0; time < 4; time += 1) {
        await goTo(page, "mail");
        await goTo(page, "day", restMs);
      }
    },
  },
  {
    name: "a code of six boxes that advance by themselves, wrong twice",
    fires: 0,
    options: {
      body: aroundForm(
        `<form>${'<input maxlength="1" inputmode="numeric">'.repeat(6)}</form>
        <script>
          const boxes = [...document.forms[0].elements];
          boxes[0].id = "mail";
          boxes.forEach((box, index) => box.addEventListener("input", () => {
            if (boxes[index + 1]) boxes[index + 1].focus();
            else { for (const one of boxes) one.value = ""; boxes[0].focus(); }
          }));
        </script>`,
      ),
    },
    play: async (page) => {
      await goTo(page, "mail");
      for (const digit of "123456654321") {
        await page.keyboard.type(digit);
        await page.waitForTimeout(350);
      }
      await goElsewhere(page);
    },
  },
  {
    name: "a number in four parts that advance by themselves",
    fires: 0,
    options: {
      body: aroundForm(
        `<form>${'<input minlength="4" maxlength="4">'.repeat(4)}</form>
        <script>
          const parts = [...document.forms[0].elements];
          parts[0].id = "mail";
          parts.forEach((part, index) => part.addEventListener("input", () => {
            if (part.value.length === 4) parts[index + 1]?.focus();
          }));
        </script>`,
      ),
    },
    play: async (page) => {
      await goTo(page, "mail");
      for (const digit of "4111111111111111") {
        await page.keyboard.type(digit);
        await page.waitForTimeout(100);
      }
      await goElsewhere(page);
    },
  },
  {
    name: "a log-in looked at again and again, the password shown in between",
    fires: 0,
    options: { body: loginForm },
    play: async (page) => {
      for (const field of ["name", "mail", "eye", "mail", "name", "eye", "mail", "name", "mail"])
        await goTo(page, field);
      await send(page);
    },
  },
  {
    name: "a new password looked at with the eye beside it",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input><input id="mail" type="password"><input type="password">
        <button type="button" id="eye" onclick="mail.type = mail.type === 'text' ? 'password' : 'text'; mail.focus()">Show</button></form>`,
      ),
    },
    play: async (page) => {
      await goTo(page, "mail");
      await page.keyboard.type("correct horse");
      for (let time = 0; time < 5; time += 1) await goTo(page, "eye");
      await goElsewhere(page);
    },
  },
  {
    name: "a form of an application that calls the server",
    fires: 0,
    options: { body: calledForm(`void fetch("/api", { method: "POST" }).catch(() => null)`) },
    play: async (page) => {
      for (let time = 0; time < 3; time += 1) {
        await goBackAndForth(page, "mail", 2);
        await send(page, restMs);
      }
    },
  },
  {
    name: "a form of an application that goes to another page",
    fires: 0,
    options: { body: calledForm(`history.pushState(null, "", "/step/" + Math.random())`) },
    play: async (page) => {
      for (let time = 0; time < 3; time += 1) {
        await goBackAndForth(page, "mail", 2);
        await send(page, restMs);
      }
    },
  },
  {
    name: "a script that checks every field at every key and press",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><input id="name" required><input id="mail" required><input required><button type="button" id="plus">+</button><button id="send">Send</button></form>
        <script>for (const type of ["input", "focusout", "click"]) document.addEventListener(type, () => document.forms[0].checkValidity());</script>`,
      ),
    },
    play: async (page) => {
      for (const field of ["name", "plus", "mail", "plus", "name", "plus"]) {
        await goTo(page, field, 550);
        await page.keyboard.type("a");
      }
      await goElsewhere(page);
    },
  },
  {
    name: "a form without a server that answers each time",
    fires: 0,
    options: { body: scriptedForm("event.target.reset()") },
    play: async (page) => {
      for (let time = 0; time < 3; time += 1) {
        await goTo(page, "name");
        await page.keyboard.type("Ada");
        await send(page);
      }
    },
  },
  {
    name: "sent once while invalid, then put right",
    fires: 0,
    options: { body: requiredForm },
    play: async (page) => {
      await send(page);
      await page.locator("#name").click();
      await page.keyboard.type("Ada");
      await page.locator("#mail").click();
      await page.keyboard.type("ada@shop.example");
      await send(page);
    },
  },
  {
    name: "one press that is nervous",
    fires: 0,
    options: { body: requiredForm },
    play: (page) => page.locator("#send").dblclick(),
  },
  {
    name: "choices of a product, without anything to write",
    fires: 0,
    options: {
      body: aroundForm(
        `<form><select id="name"><option>40</option></select><select id="mail"><option>Red</option></select><input type="number" id="phone" value="1"><button>Add</button></form>`,
      ),
    },
    play: async (page) => {
      await goBackAndForth(page, "name");
      await goBackAndForth(page, "mail");
    },
  },
  {
    name: "a comment and no more",
    fires: 0,
    options: {
      body: aroundForm(`<form><textarea id="mail"></textarea><button>Post</button></form>`),
    },
    play: (page) => goBackAndForth(page, "mail", 4),
  },
  {
    name: "a page the trigger is not about",
    fires: 0,
    options: { armed: [{ trigger_type: "form_frustration", config: { url_contains: "/signup" } }] },
    play: (page) => goBackAndForth(page, "mail"),
  },
];

const half = Math.ceil(unharmed.length / 2);

for (const [title, scenarios] of [
  ["a form that is merely used is not sensed", unharmed.slice(0, half)],
  ["nor is one with habits of its own", unharmed.slice(half)],
] as const)
  test(title, async ({ browser }) => {
    const counts = await playTogether(browser, { ...onAddressForm, scenarios });
    expect(counts).toEqual(expectedCounts(scenarios));
  });
