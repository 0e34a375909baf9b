import { expect, it } from "vitest";
import { toPlainText } from "./to-plain-text.ts";

const say = (slot: string) => (slot === "{{ name }}" ? "Mia" : null);

it.each([
  ["Hello **{{ name }}**, *hi* `x`", "Hello Mia, hi x"],
  ["[Track it](https://a.example/{{ name }})", "Track it (https://a.example/{{ name }})"],
  ["See [the page](https://a.example/x_y_z)", "See the page (https://a.example/x_y_z)"],
  ["{{ order.status }}", "[order.status]"],
  ["2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"],
])("writes %s as %s", (text, plain) => {
  expect(toPlainText(text, say)).toBe(plain.replace("{{ name }}", "Mia"));
});
