import { describe, expect, it } from "vitest";
import type { VariableOption } from "../variables/variable-option.ts";
import { findMarks, withFallback, withOtherPath } from "./template-marks.ts";

const option = (path: string, more: Partial<VariableOption> = {}): VariableOption => ({
  path,
  title: path,
  group: "",
  kind: "text",
  presence: "always",
  ...more,
});
const variables = [
  option("order_id"),
  option("email", { presence: "maybe", reason: "Not on every way." }),
  option("later", { presence: "elsewhere" }),
  option("order", { kind: "record" }),
  option("order.status"),
  option("answer", { kind: "any" }),
];
const marked = (text: string) =>
  findMarks(text, variables).map(({ tone, path, meant }) => [tone, path, meant]);

describe("marks in a text", () => {
  it("stand under what is unknown, with what was likely meant", () => {
    expect(marked("{{ ordr_id }}, {{ order.total }} and {{ order.statuss }}")).toEqual([
      ["wrong", "ordr_id", "order_id"],
      ["wrong", "order.total", null],
      ["wrong", "order.statuss", "order.status"],
    ]);
  });

  it("are soft for what may have no value, and gone with a fallback", () => {
    expect(marked('{{ email }} {{ email | default: "x" }} {{ contact.custom.plan }}')).toEqual([
      ["soft", "email", null],
      ["soft", "contact.custom.plan", null],
    ]);
  });

  it("are there for what only other ways set, with a fallback too", () => {
    expect(marked('{{ later | default: "x" }}')).toEqual([["wrong", "later", null]]);
  });

  it("are not there for parts of values whose parts nobody knows, nor in a text that cannot be read", () => {
    expect(marked("{{ answer.a.b }} {{ order.status }} {{ email")).toEqual([]);
  });

  it("tell where the path stands", () => {
    const text = "Hi {{  email }}";
    const [mark] = findMarks(text, variables);
    expect(text.slice(mark?.from, mark?.to)).toBe("email");
  });
});

describe("mending a text", () => {
  it("gives every mention a fallback and selects the first one's words", () => {
    const { text, selected } = withFallback("{{ email }}, {{ email | upcase }}", "email");
    expect(text).toBe('{{ email | default: "…" }}, {{ email | default: "…" | upcase }}');
    expect(text.slice(selected?.start, selected?.end)).toBe("…");
    expect(findMarks(text, variables)).toEqual([]);
  });

  it("spells a variable right wherever it stands", () => {
    expect(
      withOtherPath("{{ ordr_id }} ordr_id {{ ordr_id | upcase }}", "ordr_id", "order_id"),
    ).toBe("{{ order_id }} ordr_id {{ order_id | upcase }}");
  });
});
