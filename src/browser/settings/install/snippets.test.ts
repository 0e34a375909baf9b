import { expect, it } from "vitest";
import { toPolicyLines, toSnippets } from "./snippets.ts";

const facts = { server: "https://support.example.com", key: "pk_1" };

it("names server and key in every way to install", () => {
  for (const { code } of toSnippets(facts)) {
    expect(code).toContain("https://support.example.com/widget/widget.js");
    expect(code).toContain("pk_1");
  }
});

it("lets the socket through a policy, as secure as the page", () => {
  expect(toPolicyLines(facts)).toBe(
    "script-src https://support.example.com; connect-src https://support.example.com wss://support.example.com",
  );
  expect(toPolicyLines({ ...facts, server: "http://localhost:3000" })).toContain(
    " ws://localhost:3000",
  );
});
