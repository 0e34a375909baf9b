import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepTypes } from "./index.ts";

describe.each(stepTypes.map((type) => [type.type, type] as const))(
  "the step type %s",
  (_name, type) => {
    it("binds its example", () => {
      expect(type.bind(type.example)).toMatchObject({ ok: true });
    });

    it("sketches the example's paths as its bound step has them", () => {
      const bound = type.bind(type.example);
      expect(bound.ok && bound.step.outputPaths).toEqual(type.sketch(type.example).outputPaths);
    });

    it("says in words what is wrong with a config that is none", () => {
      const bound = type.bind("nonsense");
      expect(bound.ok ? [] : bound.problems).not.toHaveLength(0);
    });

    it("sketches and binds anything without throwing", () => {
      const parts = fc.record(
        Object.fromEntries(
          Object.keys(type.example).map((key) => [
            key,
            fc.oneof(fc.jsonValue(), fc.constant(type.example[key])),
          ]),
        ),
      );
      fc.assert(
        fc.property(fc.oneof(fc.anything(), parts), (config) => {
          type.bind(config);
          expect(Array.isArray(type.sketch(config).outputPaths)).toBe(true);
        }),
      );
    });

    it("sketches a freshly dropped card", () => {
      expect(type.sketch(type.initialConfig).summary).not.toBe("");
    });
  },
);

it("names every type once", () => {
  expect(new Set(stepTypes.map(({ type }) => type)).size).toBe(stepTypes.length);
});
