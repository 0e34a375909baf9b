import { expect, test } from "vitest";
import { judgeType } from "./content-type.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
/** One stored part of an archive, as every archive begins. */
const part = (name: string, content = ""): string => {
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return header.toString("latin1") + name + content;
};

test.each([
  ["a photo", "photo.jpg", "\xff\xd8\xff\xe0..JFIF", "image/jpeg"],
  ["a photo that says it is a text", "notes.txt", "\xff\xd8\xff\xe0..JFIF", "image/jpeg"],
  ["a screenshot", "shot.png", "\x89PNG\r\n\x1a\n....", "image/png"],
  ["an animation", "a.gif", "GIF89a....", "image/gif"],
  ["a WebP picture", "a.webp", "RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ["a recording", "a.wav", "RIFF\x10\0\0\0WAVEfmt ", "audio/wav"],
  ["a phone's photo", "a.heic", "\0\0\0\x18ftypheic....", "image/heic"],
  ["a film", "a.mp4", "\0\0\0\x18ftypisom....", "video/mp4"],
  ["a PDF", "a.pdf", "%PDF-1.7\n%\xe2\xe3", "application/pdf"],
  ["a page that says it is a photo", "photo.jpg", "<!DOCTYPE html><script>", "text/html"],
  ["a page behind a comment", "a.txt", "<!-- --><p>", "text/html"],
  ["a page after words", "a.txt", "hello <script>alert(1)</script>", "text/html"],
  ["a drawing", "a.svg", '<svg xmlns="…" onload="alert(1)">', "image/svg+xml"],
  ["a drawing with a prologue", "a.png", '\ufeff<?xml version="1.0"?>\n<svg>', "image/svg+xml"],
  ["a text", "a.txt", "Grüße aus Köln", "text/plain"],
  ["a table", "a.csv", "a,b\n1,2\n", "text/csv"],
  ["a text called a photo", "photo.jpg", "no photo", "text/plain"],
  ["bytes of no kind", "a.pdf", "\x01\x02\x03\x04", "application/octet-stream"],
  [
    "a Word file",
    "a.docx",
    part("[Content_Types].xml", "<Types/>") + part("word/document.xml"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    "an Excel file",
    "a.bin",
    part("[Content_Types].xml") + part("xl/workbook.xml"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  [
    "an OpenDocument text",
    "a.odt",
    part("mimetype", "application/vnd.oasis.opendocument.text") + part("content.xml"),
    "application/vnd.oasis.opendocument.text",
  ],
  ["an archive", "a.docx", part("photos/1.jpg"), "application/zip"],
  ["an old Word file", "a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"],
])("%s is judged by what is in it", (_, name, content, contentType) => {
  const isText = /[ü…\ufeff]/.test(content);
  expect(judgeType(name, isText ? Buffer.from(content) : bytes(content))).toEqual({ contentType });
});

test.each([
  ["a Windows program", "photo.jpg", "MZ\x90\0"],
  ["a Linux program", "photo.jpg", "\x7fELF\x02"],
  ["a Mac program", "photo.jpg", "\xcf\xfa\xed\xfe"],
  ["a Java class", "a", "\xca\xfe\xba\xbe"],
  ["a script by its first line", "notes.txt", "#!/bin/sh\nrm -rf ~"],
  ["a script by its name", "invoice.pdf.JS", "WScript.Echo(1)"],
  ["a shortcut", "invoice.lnk", "L\0\0\0"],
  ["a Java archive", "a.zip", part("META-INF/MANIFEST.MF", "Manifest-Version: 1.0")],
  ["an Android app", "a.zip", part("AndroidManifest.xml")],
])("%s is refused", (_, name, content) => {
  expect(judgeType(name, bytes(content))).toEqual({ refused: "program" });
});

test("an empty file is refused", () => {
  expect(judgeType("a.txt", bytes(""))).toEqual({ refused: "empty" });
});

test("a text whose beginning ends inside a character is a text", () => {
  const text = Buffer.from("ü".repeat(40_000)).subarray(0, 65_535);
  expect(judgeType("a.txt", text)).toEqual({ contentType: "text/plain" });
});
