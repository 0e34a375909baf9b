import { endingOf } from "./file-name.ts";

/** So many bytes from the beginning tell what a file is. */
export const HEAD_BYTES = 64 * 1024;

/** Programs and scripts by their ending: opened with one click they do what their writer wants. */
const programs = new Set(
  (
    ".app .appimage .bat .chm .cmd .com .cpl .deb .dll .dmg .exe .gadget .hta .inf .ins .iso .jar .js .jse .ksh .lnk " +
    ".mjs .msc .msi .msp .mst .pif .pkg .ps1 .psm1 .py .reg .rpm .scf .scr .sct .sh .url .vb .vbe .vbs .wsf .wsh .xll .apk .ipa"
  ).split(" "),
);

/** Beginnings of files by type; `at` counts bytes before. */
const beginnings: readonly (readonly [type: string, bytes: string, at?: number])[] = [
  ["image/png", "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", "\xff\xd8\xff"],
  ["image/gif", "GIF87a"],
  ["image/gif", "GIF89a"],
  ["image/bmp", "BM"],
  ["image/tiff", "II*\0"],
  ["image/tiff", "MM\0*"],
  ["application/pdf", "%PDF-"],
  ["application/rtf", "{\\rtf"],
  ["application/gzip", "\x1f\x8b"],
  ["application/x-7z-compressed", "7z\xbc\xaf\x27\x1c"],
  ["application/x-tar", "ustar", 257],
  ["audio/mpeg", "ID3"],
  ["audio/mpeg", "\xff\xfb"],
  ["audio/ogg", "OggS"],
  ["audio/flac", "fLaC"],
  ["audio/amr", "#!AMR"],
  ["video/webm", "\x1a\x45\xdf\xa3"],
];

const executables = ["MZ", "\x7fELF", "\xfe\xed\xfa", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe"];
const javaClass = "\xca\xfe\xba\xbe"; // also a Mach-O program for several processors
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"; // Word, Excel and PowerPoint before 2007

/** ISO media files by the brand after `ftyp`. */
const brands: readonly (readonly [type: string, brand: RegExp])[] = [
  ["image/heic", /^(heic|heix|hevc|mif1|msf1)/],
  ["image/avif", /^avi[fs]/],
  ["audio/mp4", /^M4[AB]/],
  ["video/quicktime", /^qt/],
  ["video/3gpp", /^3g/],
  ["video/mp4", /./],
];

/** Office files by the folder their parts lie in. */
const officeParts: readonly (readonly [type: string, folder: string])[] = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/"],
];

const compoundTypes: Readonly<Record<string, string>> = {
  ".doc": "application/msword",
  ".xls": "application/vnd.ms-excel",
  ".ppt": "application/vnd.ms-powerpoint",
};

/** Kinds of text that only their ending tells apart; none of them can do anything. */
const textTypes: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".md": "text/markdown",
};

/** What a file is: its content type, or why it is not taken. */
export type JudgedType =
  | { readonly contentType: string }
  | { readonly refused: "program" | "empty" };

/**
 * Judges a file by the bytes it begins with; its name counts only against it, or between kinds of plain text. What is not recognised is
 * `application/octet-stream`, which is only ever downloaded.
 */
export function judgeType(name: string, head: Uint8Array): JudgedType {
  const start = Buffer.from(head.subarray(0, HEAD_BYTES)).toString("latin1");
  if (start === "") return { refused: "empty" };
  const isProgram =
    programs.has(endingOf(name)) ||
    executables.some((bytes) => start.startsWith(bytes)) ||
    start.startsWith(javaClass) ||
    /^#!\s*\//.test(start);
  if (isProgram) return { refused: "program" };
  if (start.startsWith(archive)) return judgeZip(start);
  return { contentType: judgeBytes(name, start) ?? judgeText(name, head, start) };
}

function judgeBytes(name: string, start: string): string | undefined {
  if (start.startsWith("RIFF")) {
    const form = start.slice(8, 12);
    if (form === "WEBP") return "image/webp";
    if (form === "WAVE") return "audio/wav";
    return form === "AVI " ? "video/x-msvideo" : undefined;
  }
  if (start.slice(4, 8) === "ftyp")
    return brands.find(([, brand]) => brand.test(start.slice(8, 12)))?.[0];
  if (start.startsWith(compound)) return compoundTypes[endingOf(name)];
  return beginnings.find(([, bytes, at = 0]) => start.startsWith(bytes, at))?.[0];
}

const archive = "PK\x03\x04";

/** Names of the parts of an archive, as far as its beginning tells; their length stands 26 bytes after the mark of each. */
function partsOf(start: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at !== -1; at = start.indexOf(archive, at + 1)) {
    const length = start.charCodeAt(at + 26) + 256 * start.charCodeAt(at + 27);
    parts.push(start.slice(at + 30, at + 30 + length));
  }
  return parts;
}

function judgeZip(start: string): JudgedType {
  const parts = partsOf(start);
  if (parts.some((part) => /^(META-INF\/MANIFEST\.MF|AndroidManifest\.xml)$/.test(part)))
    return { refused: "program" };
  // OpenDocument begins with its type, not compressed
  const named =
    /^mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))/.exec(
      start.slice(30, 120),
    )?.[1];
  if (named !== undefined) return { contentType: named };
  const office = officeParts.find(([, folder]) => parts.some((part) => part.startsWith(folder)));
  return { contentType: office?.[0] ?? "application/zip" };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function judgeText(name: string, head: Uint8Array, start: string): string {
  if (hasControls(start) || !isUtf8(head)) return "application/octet-stream";
  const markup = start.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (/<svg[\s>]/i.test(markup) && markup.startsWith("<")) return "image/svg+xml";
  if (/^<(!doctype html|html|head|body|script|iframe|meta|!--)/i.test(markup)) return "text/html";
  if (/<(html|script|iframe|body)[\s>]/i.test(markup)) return "text/html";
  return textTypes[endingOf(name)] ?? "text/plain";
}

/** Whether there are characters that no text has: controls other than white space and escape. */
const hasControls = (start: string): boolean =>
  [...start].some((character) => character < " " && !"\t\n\v\f\r\u001b".includes(character));

/** The beginning may end in the middle of a character. */
function isUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      utf8.decode(head.subarray(0, Math.min(head.length, HEAD_BYTES) - cut));
      return true;
    } catch {
      continue; // half a character, or no text at all
    }
  }
  return false;
}
