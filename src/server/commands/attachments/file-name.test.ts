import { expect, test } from "vitest";
import { toFileName } from "./file-name.ts";

test.each([
  ["photo.jpg", "photo.jpg"],
  ["../../etc/passwd", "passwd"],
  ["C:\\fakepath\\Foto 1.jpg", "Foto 1.jpg"],
  ["Gru\u0308\u00dfe.txt", "Grüße.txt"],
  ["cod\u202egpj.exe", "cod gpj.exe"],
  ['a"b<c>|?*.txt', "a b c .txt"],
  ["a\r\nSet-Cookie: x=1.txt", "a Set-Cookie x=1.txt"],
  [".htaccess", "htaccess"],
  ["photo.jpg. . .", "photo.jpg"],
  ["/", "file"],
  ["\u200b", "file"],
  ["写真.png", "写真.png"],
])("%j is kept as %j", (given, expected) => {
  expect(toFileName(given)).toBe(expected);
});

test("a long name keeps its ending", () => {
  const name = toFileName(`${"😀".repeat(300)}.jpeg`);
  expect([...name]).toHaveLength(200);
  expect(name.endsWith("😀.jpeg")).toBe(true);
});
