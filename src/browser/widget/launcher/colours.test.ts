import { describe, expect, it } from "vitest";
import { contrast, readableOn, textOn } from "./colours.ts";

describe("text on the workspace's accent", () => {
  it("is as WCAG counts it", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it.each(["#0d6e66", "#ffe600", "#ff4d00", "#000000", "#ffffff", "#7f7f7f", "#1e90ff"])(
    "can be read on %s",
    (accent) => {
      expect(contrast(textOn(accent), accent)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["#0d6e66", "#ffe600", "#000000", "#ffffff", "#1e90ff", "#ff4d00"])(
    "%s as a text can be read on both surfaces",
    (accent) => {
      expect(contrast(readableOn(accent, "#ffffff", "#000000"), "#ffffff")).toBeGreaterThanOrEqual(
        4.5,
      );
      expect(contrast(readableOn(accent, "#1c1c1b", "#ffffff"), "#1c1c1b")).toBeGreaterThanOrEqual(
        4.5,
      );
    },
  );

  it("stays as it is where it can be read already", () => {
    expect(readableOn("#0d6e66", "#ffffff", "#000000")).toBe("#0d6e66");
  });
});
