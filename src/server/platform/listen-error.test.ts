import { createServer } from "node:net";
import { expect, test } from "vitest";
import { explainListenError } from "./listen-error.ts";
import { StartError } from "./start-error.ts";

test("says that a port is taken and how to choose another", async () => {
  const first = createServer();
  await new Promise<void>((done) => first.listen(0, "127.0.0.1", done));
  const address = first.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const error = await new Promise((done) =>
    createServer().once("error", done).listen(port, "127.0.0.1"),
  );
  const explained = explainListenError(error, { host: "127.0.0.1", port });
  expect(explained).toBeInstanceOf(StartError);
  expect(String(explained)).toContain(`PORT=${port + 1} npm start`);
  first.close();
});

test("passes on an error that it does not know", () => {
  const error = new Error("other");
  expect(explainListenError(error, { host: "127.0.0.1", port: 1 })).toBe(error);
});
