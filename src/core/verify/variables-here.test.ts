import { toStepId } from "#core/domain";
import { stepCatalogue } from "#steps";
import { aDrawnGraph } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { findVariables } from "./variables-here.ts";

const ask = (variable: string) => ({
  text: "?",
  answer: { type: "text" },
  save_to: { variable },
  timeout: { seconds: 60 },
});
const say = { text: "Hi" };
const graph = aDrawnGraph({
  number: ["ask_question", ask("order"), { answered: "mail", timeout: "end" }],
  mail: ["ask_question", ask("mail"), { answered: "end", timeout: "end" }],
  end: ["send_message", say],
  aside: ["ask_question", ask("other"), { answered: "loose" }],
  loose: ["send_message", say],
});
const at = (step: string, name: string) =>
  findVariables(
    graph,
    stepCatalogue,
    triggerCatalogue,
    {},
  )(toStepId(step)).find((variable) => variable.name === name);

describe("variables at a step", () => {
  it("always have a value after the step that sets them", () => {
    expect(at("mail", "order")).toMatchObject({ presence: "always", way: [] });
  });

  it("may have none where a way goes round, and that way is told", () => {
    expect(at("end", "order")).toMatchObject({
      presence: "maybe",
      writers: ["number"],
      way: [{ from: "number", path: "timeout", to: "end" }],
    });
  });

  it("are set elsewhere when no step that sets them leads here", () => {
    expect(at("number", "order")?.presence).toBe("elsewhere");
    expect(at("end", "other")?.presence).toBe("elsewhere");
  });

  it("are judged from the beginning of its own chain at a step no run arrives at yet", () => {
    expect(at("loose", "other")?.presence).toBe("always");
    expect(at("loose", "order")?.presence).toBe("elsewhere");
  });
});
