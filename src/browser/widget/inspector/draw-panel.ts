import type { WidgetInspectionBody } from "#contract";
import { addSheet } from "../launcher/sheet.ts";
import type { SensedTrigger } from "../sensor.ts";
import styles from "./inspector.css";
import { explainTrigger, nameWords, valueWords } from "./explain-trigger.ts";

/** The overlay of the inspector. */
export interface InspectorPanel {
  readonly show: (
    inspection: WidgetInspectionBody | "refused" | "unreachable" | null,
    triggers: readonly SensedTrigger[],
  ) => void;
  readonly remove: () => void;
}

/** Puts the overlay up. It is an element of the widget, so what is done in it is no act on the page. */
export const drawPanel = (document: Document, onClose: () => void): InspectorPanel => {
  const host = document.createElement("switchboard-widget");
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, styles);
  const make = (tag: string, className: string, text = ""): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const panel = make("section", "panel");
  panel.ariaLabel = "Signal inspector";
  const head = make("header", "head");
  const close = make("button", "close", "Close");
  close.addEventListener("click", onClose);
  head.append(make("h2", "title", "Signal inspector"), close);
  const list = make("div", "list");
  panel.append(head, list);
  shadow.append(panel);
  document.documentElement.append(host);

  const drawTrigger = (trigger: SensedTrigger, workflows: readonly string[]): HTMLElement => {
    const { state, why } = explainTrigger(trigger);
    const row = make("article", "trigger");
    row.dataset["state"] = state;
    const line = make("div", "line");
    line.append(make("h3", "name", nameWords(trigger.trigger_type)), make("span", "state", state));
    const facts = make("dl", "facts");
    for (const [name, value] of Object.entries(trigger.counted))
      facts.append(make("dt", "", nameWords(name)), make("dd", "", valueWords(value)));
    row.append(line, make("p", "why", why));
    if (facts.childElementCount > 0) row.append(facts);
    row.append(make("p", "workflows", workflows.join(", ")));
    return row;
  };

  let drawn = "";
  return {
    show: (inspection, triggers) => {
      const now = JSON.stringify([inspection, triggers]);
      if (now === drawn) return;
      drawn = now;
      if (inspection === "refused")
        return list.replaceChildren(
          make(
            "p",
            "note",
            "This link is too old or was not made for this site. Open a new one from Settings → Install.",
          ),
        );
      if (inspection === null) return list.replaceChildren(make("p", "note", "Loading…"));
      const notes =
        inspection === "unreachable"
          ? [make("p", "note", "The server is out of reach: the names of workflows are missing.")]
          : [];
      if (triggers.length === 0)
        notes.push(
          make(
            "p",
            "note",
            "Nothing is armed on this page: no published workflow has a trigger that pages sense, or the visitor's consent is missing, or the browser asks not to be followed.",
          ),
        );
      const namesOf = ({ trigger_type, config }: SensedTrigger): readonly string[] =>
        inspection === "unreachable"
          ? []
          : (inspection.armed.find(
              (one) =>
                one.trigger_type === trigger_type &&
                JSON.stringify(one.config) === JSON.stringify(config),
            )?.workflows ?? []);
      list.replaceChildren(...notes, ...triggers.map((one) => drawTrigger(one, namesOf(one))));
    },
    remove: () => host.remove(),
  };
};
