import type { Memory, Signal } from "#triggers/detectors";
import { describe, expect, it } from "vitest";
import { claimVectors } from "../../testing/behaviors/claim-vectors.ts";
import { formFrustrationDetector } from "./detector.ts";

const noMemory: Memory = { read: () => null, write: () => undefined };
const abandoned = (at: number, field = 1, form = 100, stayedMs = 900): Signal => ({
  type: "field_abandoned",
  at,
  form,
  field,
  stayedMs,
});
const refused = (at: number, form = 100): Signal => ({ type: "form_refused", at, form });
const sent = (at: number, form = 100): Signal => ({ type: "form_sent", at, form });
const entered = (at: number): Signal => ({
  type: "page_entered",
  at,
  url: "https://shop.example.com/signup",
  isLoad: false,
  isVisible: true,
});

const arm = () => {
  const detector = formFrustrationDetector.arm({}, noMemory);
  if (detector === null) throw new Error("The config was refused");
  return detector;
};
/** When it fired. */
const play = (signals: readonly Signal[], isWatched = true): number[] => {
  const detector = arm();
  return signals.flatMap((signal) =>
    detector.take(signal, isWatched).evidence === null ? [] : [signal.at],
  );
};

describe("the form frustration detector", () => {
  it.each<[string, readonly Signal[], readonly number[]]>([
    ["one field three times", [abandoned(1), abandoned(2), abandoned(3)], [3]],
    ["one field twice", [abandoned(1), abandoned(2)], []],
    ["five fields", [1, 2, 3, 4, 5].map((field) => abandoned(field, field)), [5]],
    ["four fields", [1, 2, 3, 4].map((field) => abandoned(field, field)), []],
    [
      "two fields, five times together",
      [abandoned(1, 1), abandoned(2, 2), abandoned(3, 1), abandoned(4, 2), abandoned(5, 3)],
      [5],
    ],
    ["refused twice", [refused(1), refused(900)], [900]],
    ["refused once, and abandoned twice", [refused(1), abandoned(2), abandoned(3)], []],
    [
      "two forms, too little each",
      [refused(1), refused(2, 200), abandoned(3), abandoned(4, 9, 200)],
      [],
    ],
    ["once a form", [1, 2, 3, 4, 5, 6].map((at) => abandoned(at)), [3]],
    ["each form once", [refused(1), refused(2), refused(3, 200), refused(4, 200)], [2, 4]],
    ["short stays", [1, 2, 3].map((at) => abandoned(at, 1, 100, 299)), []],
    ["sent in between", [abandoned(1), abandoned(2), sent(3), abandoned(4), abandoned(5)], []],
    ["another form sent in between", [abandoned(1), abandoned(2), sent(3, 200), abandoned(4)], [4]],
    ["another page in between", [abandoned(1), abandoned(2), entered(3), abandoned(4)], []],
    ["within two minutes", [abandoned(1), abandoned(60_000), abandoned(120_000)], [120_000]],
    ["over more than two minutes", [abandoned(1), abandoned(60_000), abandoned(120_001)], []],
  ])("judges %s", (_, signals, expected) => {
    expect(play(signals)).toEqual(expected);
  });

  it("says how often, and nothing of what was typed", () => {
    const detector = arm();
    for (const signal of [abandoned(1), refused(2), abandoned(3, 2)]) detector.take(signal, true);
    detector.take(abandoned(4), true);
    expect(detector.take(abandoned(5), true).evidence).toEqual({
      refused: 1,
      abandoned: 4,
      same_field: 3,
    });
  });

  it("keeps to its pages", () => {
    expect(play([abandoned(1), abandoned(2), abandoned(3)], false)).toEqual([]);
  });

  it("shows the inspector what it has counted of the form used last", () => {
    const detector = arm();
    expect(detector.look()).toEqual({ refused: 0, abandoned: 0, same_field: 0, forms_fired: 0 });
    detector.take(abandoned(1), true);
    detector.take(abandoned(2), true);
    expect(detector.look()).toEqual({ refused: 0, abandoned: 2, same_field: 2, forms_fired: 0 });
    detector.take(sent(3), true);
    expect(detector.look()).toEqual({ refused: 0, abandoned: 0, same_field: 0, forms_fired: 0 });
  });
});

/** `["v", field, end, duration, changed?, left with the page focused?, invalid or emptied?]`, `["fail", at]`, `["s"]`, as the source tells them. */
const toSignals = (run: readonly unknown[][]): readonly (Signal | null)[] =>
  run.map(
    (
      [kind, field, end, duration, isChanged = false, isFocused = true, isFlawed = false],
      index,
    ) => {
      if (kind === "s") return sent(Number(run[index - 1]?.[2]) + 1);
      if (kind === "fail") return refused(Number(field));
      const isAbandoned = isFocused === true && (isChanged !== true || isFlawed === true);
      return isAbandoned
        ? abandoned(Number(end), String(field).codePointAt(0), 100, Number(duration))
        : null;
    },
  );

const inBrowser = (file: string, scenario: string) => ({
  notTested: `needs a page: e2e/signals/${file}.scenario.ts, “${scenario}”`,
});

const expectFired = (runs: unknown, expected: unknown): void => {
  if (!Array.isArray(runs)) throw new TypeError("The vector has no runs");
  const fired = runs.map((run) => {
    const detector = arm();
    return toSignals(run).map(
      (signal) => signal !== null && detector.take(signal, true).evidence !== null,
    );
  });
  expect(fired).toEqual(expected);
};

claimVectors(["form", "form_frustration"], {
  "form-own-01": ({ input, expected }) => expectFired(input["runs"], expected["fires"]),
  "form-sp-01": inBrowser("form-frustration", "a form that came later"),
  "form-sp-02": inBrowser("form-frustration", "a form in an open shadow root, …"),
  "form-sp-03": inBrowser("form-frustration", "a field outside of its form"),
  "form-sp-05": inBrowser("form-use", "boxes, sliders, files and buttons"),
});
