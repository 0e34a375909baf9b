import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonErrorPlace } from "./json-error-place.ts";

it.each([
  ['{"a": }', 6],
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['{"a": [1, 2', 11],
  ['{"a": [1, ]}', 10],
  ['{"a": tru}', 6],
  ['{"a": "b\nc"}', 6],
  ["{} {}", 3],
  ["{'a': 1}", 1],
])("finds where %j breaks", (text, place) => {
  expect(jsonErrorPlace(text)).toBe(place);
});

it("takes whatever is JSON to its end, and finds a stray character where it stands", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(jsonErrorPlace(text)).toBe(text.length);
      expect(jsonErrorPlace(`${text} }`)).toBe(text.length + 1);
    }),
  );
});
