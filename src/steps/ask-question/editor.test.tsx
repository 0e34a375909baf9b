// @vitest-environment happy-dom
import type { JsonObject } from "#core/domain";
import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askQuestionEditor } from "./editor.tsx";
import { askQuestion } from "./step.ts";

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  const nobody = { addEventListener: () => {}, removeEventListener: () => {} };
  Object.defineProperty(document, "fonts", { configurable: true, value: nobody });
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

/** Draws the panel over a config that changes as the panel asks. */
const open = (initial: JsonObject) => {
  let config: Record<string, unknown> = initial;
  const { Panel } = askQuestionEditor;
  const draw = () => {
    const json: JsonObject = JSON.parse(JSON.stringify(config));
    const bound = askQuestion.bind(json);
    act(() =>
      root.render(
        <MantineProvider>
          <Panel
            config={json}
            problems={bound.ok ? [] : bound.problems}
            change={(settings) => {
              config = { ...config, ...settings };
            }}
          />
        </MantineProvider>,
      ),
    );
  };
  draw();
  return { draw, config: () => config };
};

const field = (label: string): HTMLInputElement | HTMLTextAreaElement => {
  const found = [...place.querySelectorAll("label")].find(
    ({ textContent }) => textContent === label,
  );
  const control = found === undefined ? null : document.getElementById(found.htmlFor);
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) return control;
  throw new Error(`there is no field ${label}`);
};

const write = (label: string, text: string) =>
  act(() => {
    const control = field(label);
    const prototype =
      control instanceof HTMLTextAreaElement
        ? HTMLTextAreaElement.prototype
        : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, text);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });

const types = [
  "text",
  "email",
  "phone",
  "number",
  "date",
  "url",
  "yes_no",
  "single_choice",
  "multiple_choice",
  "rating",
  "file",
];

it("draws a question for every kind of answer, finished or not", () => {
  for (const type of types) {
    open({ text: `For ${type}?`, answer: { type } });
    expect(field("Question").value).toBe(`For ${type}?`);
  }
});

it("draws what no question ever was", () => {
  open({ text: 5, answer: "?", timeout: [], retries: "many", save_to: null });
  expect(field("Question").value).toBe("");
});

it("shows one language and leaves the others as they are", () => {
  const panel = open({
    text: { en: "Which?", de: "Welche?" },
    answer: { type: "email" },
    retry_text: { en: "Again?", de: "Noch einmal?" },
  });
  expect(field("Question").value).toBe("Which?");
  write("Question", "Which one?");
  expect(panel.config()["text"]).toEqual({ en: "Which one?", de: "Welche?" });
  const german = [...place.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(
    ({ value }) => value === "de",
  );
  act(() => german?.click());
  expect(field("Question").value).toBe("Welche?");
  write("Say", "Bitte noch einmal.");
  expect(panel.config()["retry_text"]).toEqual({ en: "Again?", de: "Bitte noch einmal." });
});

it("takes a language out of every text at once", () => {
  const panel = open({
    text: { en: "Which?", de: "Welche?" },
    answer: {
      type: "single_choice",
      options: [
        { id: "a", label: { en: "Yes", de: "Ja" } },
        { id: "b", label: "No" },
      ],
    },
  });
  const german = [...place.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(
    ({ value }) => value === "de",
  );
  act(() => german?.click());
  const remove = place.querySelector<HTMLButtonElement>('button[aria-label="Remove German"]');
  act(() => remove?.click());
  expect(panel.config()).toEqual({
    text: "Which?",
    answer: {
      type: "single_choice",
      options: [
        { id: "a", label: "Yes" },
        { id: "b", label: "No" },
      ],
    },
  });
});
