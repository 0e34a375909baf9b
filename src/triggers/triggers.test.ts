import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triggerTypes } from "./index.ts";

describe.each(triggerTypes.map((type) => [type.type, type] as const))(
  "the trigger type %s",
  (_name, type) => {
    it("binds its example", () => {
      expect(type.bind(type.example)).toMatchObject({ ok: true });
    });

    it("arms the page only when it is sensed there", () => {
      const bound = type.bind(type.example);
      expect(bound.ok && bound.trigger.armed !== null).toBe(type.isSensed);
    });

    it("binds anything without throwing", () => {
      fc.assert(fc.property(fc.anything(), (config) => typeof type.bind(config).ok === "boolean"));
    });
  },
);
