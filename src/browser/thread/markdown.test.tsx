import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown, PlainText } from "./markdown.tsx";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

test.each([
  ["**bold** and *leaning*", "<p><strong>bold</strong> and <em>leaning</em></p>"],
  ["one\ntwo", "<p>one<br/>two</p>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
  ["3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["`npm start`", "<p><code>npm start</code></p>"],
  [
    "[shop](https://shop.example)",
    '<p><a href="https://shop.example" target="_blank" rel="noopener noreferrer nofollow">shop</a></p>',
  ],
  ["Tom & Jerry's <3", "<p>Tom &amp; Jerry&#x27;s &lt;3</p>"],
])("renders %s", (text, expected) => {
  expect(html(text)).toBe(expected);
});

test.each([
  ["[press](javascript:alert(1))", "<p>press</p>"],
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["hello <b>you</b>", "<p>hello &lt;b&gt;you&lt;/b&gt;</p>"],
  ["# loud", "# loud"],
  ["![x](https://evil.example/a.png)", "<p>![x](https://evil.example/a.png)</p>"],
])("leaves %s harmless", (text, expected) => {
  expect(html(text)).toBe(expected);
});

test("makes addresses of a contact clickable and keeps the rest as typed", () => {
  expect(renderToStaticMarkup(<PlainText text={"see https://a.example/x. **not bold**"} />)).toBe(
    'see <a href="https://a.example/x" target="_blank" rel="noopener noreferrer nofollow">https://a.example/x</a>. **not bold**',
  );
});
