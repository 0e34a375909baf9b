import {
  type UploadedFileBody,
  problemSchema,
  uploadEndpoint,
  uploadedFileSchema,
} from "#contract";
import { ApiProblem } from "../api-problem.ts";
import { parseJson } from "../parse-json.ts";

/** Sends one file up under an id of ours; the same id again is the same file. @throws {ApiProblem} when refused, unreachable or stopped. */
export type UploadFile = (
  file: File,
  options: {
    readonly id: string;
    /** 0 to 1. */
    readonly onProgress: (progress: number) => void;
    readonly signal: AbortSignal;
  },
) => Promise<UploadedFileBody>;

/** 10 MB over a bad line; the server hangs up much sooner on one where nothing moves. */
const timeoutMs = 300_000;

const toProblem = (call: XMLHttpRequest): ApiProblem => {
  const told = problemSchema.safeParse(parseJson(call.responseText));
  if (told.success) return new ApiProblem(told.data);
  const detail =
    call.status === 0
      ? "The server cannot be reached. Check your connection."
      : `The server answered ${call.status} and did not say why.`;
  return new ApiProblem({ code: "unreachable", status: call.status, detail });
};

/** Uploads by XMLHttpRequest, since `fetch` does not tell how far it is. */
export const uploadFile: UploadFile = (file, { id, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const query = new URLSearchParams({ id, name: file.name });
    call.open(uploadEndpoint.method, `/api/v1${uploadEndpoint.path}?${query.toString()}`);
    call.timeout = timeoutMs;
    call.setRequestHeader("content-type", "application/octet-stream");
    call.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    call.addEventListener("loadend", () => {
      const uploaded = uploadedFileSchema.safeParse(parseJson(call.responseText));
      if (call.status === 201 && uploaded.success) resolve(uploaded.data);
      else reject(toProblem(call));
    });
    signal.addEventListener("abort", () => call.abort());
    call.send(file);
  });
