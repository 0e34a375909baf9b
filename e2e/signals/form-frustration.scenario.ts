import { expect, test } from "@playwright/test";
import {
  aroundForm,
  componentForm,
  loginForm,
  requiredForm,
  scriptedForm,
  shadowedForm,
} from "./form-pages.ts";
import { goBackAndForth, goElsewhere, goTo, onAddressForm, press, send } from "./form-moves.ts";
import { expectedCounts, type PlayedScenario, playTogether } from "./play-together.ts";

const frustrated: readonly PlayedScenario[] = [
  {
    name: "one field entered and abandoned three times",
    fires: 1,
    play: (page) => goBackAndForth(page, "mail"),
  },
  {
    name: "five fields entered and abandoned",
    fires: 1,
    play: async (page) => {
      for (const field of ["name", "mail", "phone", "street", "country"]) await goTo(page, field);
      await goElsewhere(page);
    },
  },
  {
    name: "entered by its label",
    fires: 1,
    play: (page) => goBackAndForth(page, "name-label"),
  },
  {
    name: "left invalid every time",
    fires: 1,
    play: async (page) => {
      for (const text of ["ada", "ada@", "@ada"]) {
        await goTo(page, "mail");
        await page.keyboard.press("ControlOrMeta+A");
        await page.keyboard.type(text);
        await goTo(page, "name", 100);
      }
      await goElsewhere(page);
    },
  },
  {
    name: "written and emptied every time",
    fires: 1,
    play: async (page) => {
      for (let time = 0; time < 3; time += 1) {
        await goTo(page, "name");
        await page.keyboard.type("Ada");
        await goElsewhere(page);
        await goTo(page, "name");
        await page.keyboard.press("ControlOrMeta+A");
        await page.keyboard.press("Delete");
        await goElsewhere(page);
      }
    },
  },
  {
    name: "to and fro with the keyboard",
    fires: 1,
    play: async (page) => {
      await goTo(page, "mail");
      for (let time = 0; time < 3; time += 1) {
        await press(page, "Tab");
        await press(page, "Shift+Tab");
      }
      await goElsewhere(page);
    },
  },
  {
    name: "sent twice while invalid",
    fires: 1,
    options: { body: requiredForm },
    play: async (page) => {
      await send(page);
      await send(page);
    },
  },
  {
    name: "sent twice while invalid, with the enter key",
    fires: 1,
    options: { body: requiredForm },
    play: async (page) => {
      await goTo(page, "name");
      await press(page, "Enter", 800);
      await press(page, "Enter", 800);
    },
  },
  {
    name: "turned down twice by the page's script",
    fires: 1,
    options: { body: scriptedForm(`mail.setAttribute("aria-invalid", "true")`) },
    play: async (page) => {
      await send(page);
      await send(page);
    },
  },
  {
    name: "turned down twice by a script that asks the browser",
    fires: 1,
    options: {
      body: aroundForm(
        `<form novalidate onsubmit="return this.checkValidity()"><input required><input required><button id="send">Send</button></form>`,
      ),
    },
    play: async (page) => {
      await send(page);
      await send(page);
    },
  },
  {
    name: "a log-in refused twice",
    fires: 1,
    options: { body: loginForm },
    play: async (page) => {
      await send(page);
      await send(page);
    },
  },
  {
    name: "a form in an open shadow root, abandoned",
    fires: 1,
    options: { body: shadowedForm },
    play: (page) => goBackAndForth(page, "name"),
  },
  {
    name: "a form in an open shadow root, sent twice while invalid",
    fires: 1,
    options: { body: shadowedForm },
    play: async (page) => {
      await goTo(page, "name");
      await send(page);
      await send(page);
    },
  },
  {
    name: "fields in shadow roots of their own",
    fires: 1,
    options: { body: componentForm },
    play: (page) => goBackAndForth(page, "mail"),
  },
  {
    name: "a field outside of its form",
    fires: 1,
    options: {
      body: aroundForm(
        `<form id="far"><input><button>Send</button></form><input id="mail" form="far">`,
      ),
    },
    play: (page) => goBackAndForth(page, "mail"),
  },
  {
    name: "a form that came later",
    fires: 1,
    options: { body: aroundForm("") },
    play: async (page) => {
      await page.evaluate(() => {
        document.body.insertAdjacentHTML("beforeend", `<form><input id="mail"><input></form>`);
      });
      await goBackAndForth(page, "mail");
    },
  },
  {
    name: "once for each form",
    fires: 1,
    play: async (page) => {
      await goBackAndForth(page, "mail", 4);
      await goBackAndForth(page, "name", 3);
    },
  },
];

test("a form that frustrates is sensed, once", async ({ browser }) => {
  const counts = await playTogether(browser, { ...onAddressForm, scenarios: frustrated });
  expect(counts).toEqual(expectedCounts(frustrated));
});
