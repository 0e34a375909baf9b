import { expect, test } from "vitest";
import { ApiProblem } from "../api-problem.ts";
import { type UploadWorld, createUploads } from "./uploads.ts";

const aProblem = (status: number, detail: string) =>
  new ApiProblem({ code: "some_code", status, detail });

/** A server that gives the listed answers in turn, and then takes everything. */
const aWorld = (answers: (ApiProblem | "never" | null)[]) => {
  const sent: string[] = [];
  const upload: UploadWorld["upload"] = (file, { id, onProgress, signal }) => {
    sent.push(file.name);
    onProgress(0.5);
    const answer = answers.shift() ?? null;
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(aProblem(0, "stopped")));
      if (answer === null)
        resolve({ id, name: file.name, content_type: "image/png", bytes: file.size });
      else if (answer !== "never") reject(answer);
    });
  };
  const uploads = createUploads({ upload, pause: () => Promise.resolve() });
  const states = () => uploads.getFiles().map(({ name, state, problem }) => [name, state, problem]);
  return { uploads, sent, states };
};

const aFile = (name: string, content = "x") => new File([content], name);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("sends files up one after the other and gives them to the message of their place", async () => {
  const { uploads, sent } = aWorld([]);
  uploads.add("here", [aFile("a.png"), aFile("b.png")]);
  uploads.add("there", [aFile("c.png")]);
  await settled();
  expect(sent).toEqual(["a.png", "b.png", "c.png"]);
  expect(uploads.take("here").map(({ name }) => name)).toEqual(["a.png", "b.png"]);
  expect(uploads.getFiles().map(({ name }) => name)).toEqual(["c.png"]);
});

test("tries again what did not arrive and keeps what was refused in sight", async () => {
  const { uploads, sent, states } = aWorld([
    aProblem(0, "away"),
    aProblem(503, "busy"),
    null,
    aProblem(422, "a program"),
  ]);
  uploads.add("here", [aFile("a.png"), aFile("b.exe")]);
  await settled();
  expect(sent).toEqual(["a.png", "b.exe", "a.png", "b.exe"]);
  expect(states()).toEqual([
    ["a.png", "ready", null],
    ["b.exe", "refused", "a program"],
  ]);
  expect(uploads.take("here").map(({ name }) => name)).toEqual(["a.png"]);
});

test("does not try what is empty, too large or too much", async () => {
  const { uploads, sent, states } = aWorld([]);
  uploads.add("here", [aFile("empty", ""), aFile("huge", "x".repeat(10 * 1024 * 1024 + 1))]);
  await settled();
  expect([sent, states().map(([, state]) => state)]).toEqual([[], ["refused", "refused"]]);
  uploads.add(
    "here",
    Array.from({ length: 11 }, (_, index) => aFile(`${index}.png`)),
  );
  await settled();
  expect(states().map(([, state]) => state)).toEqual([
    ...Array.from({ length: 10 }, () => "ready"),
    "refused",
  ]);
});

test("stops an upload that is removed and goes on with the next", async () => {
  const { uploads, sent, states } = aWorld(["never"]);
  uploads.add("here", [aFile("a.png"), aFile("b.png")]);
  await settled();
  uploads.remove(uploads.getFiles()[0]?.id ?? "");
  await settled();
  expect([sent, states()]).toEqual([["a.png", "b.png"], [["b.png", "ready", null]]]);
});
