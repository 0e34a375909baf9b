import type { ProblemBody } from "#contract";
import { TooManyRequests, invalidRequest, notFound } from "#server/commands";
import { OutsideError, RequestError, type RequestErrorPlace } from "#server/platform";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Doors } from "./doors.ts";

/** Turns whatever was thrown into one problem+json answer; the only place that knows both errors and HTTP. */
export function answerError(
  doors: Doors,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const error = toRequestError(thrown);
  if (error.code === "internal_error")
    doors.log.error(
      { err: thrown, requestId: request.id, route: request.routeOptions.url },
      "a request failed",
    );
  doors.databaseWatch.reportFailure(thrown);
  if (error.status === 503) void reply.header("retry-after", "2");
  if (error instanceof TooManyRequests)
    void reply.header("retry-after", String(error.retryAfterSeconds));
  if (error.status === 401) void reply.header("www-authenticate", "Bearer");
  void reply
    .status(error.status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(describe(error, request.id)));
}

function describe(error: RequestError, requestId: string): ProblemBody {
  return {
    type: `/api/v1/reference#${error.code}`,
    code: error.code,
    title: capitalise(error.code.replaceAll("_", " ")),
    status: error.status,
    detail: error.message,
    ...(error.places.length === 0 ? {} : { errors: error.places.map(toWirePlace) }),
    request_id: requestId,
  };
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function toWirePlace(place: RequestErrorPlace): NonNullable<ProblemBody["errors"]>[number] {
  return {
    path: place.path,
    message: place.message,
    ...(place.stepId === undefined ? {} : { step_id: place.stepId }),
    ...(place.field === undefined ? {} : { field: place.field }),
    ...(place.code === undefined ? {} : { code: place.code }),
  };
}

/** Names what went wrong for the caller; everything that is not the caller's or the database's is a bug. */
function toRequestError(thrown: unknown): RequestError {
  if (thrown instanceof RequestError) return thrown;
  if (thrown instanceof OutsideError) {
    return new RequestError(
      503,
      thrown.code,
      `${thrown.message}; nothing was changed. Try again shortly.`,
    );
  }
  if (isHttpError(thrown)) {
    if (thrown.code === "FST_ERR_CTP_BODY_TOO_LARGE")
      return new RequestError(413, "too_large", "The body is larger than this address accepts.");
    if (thrown.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
      return new RequestError(
        415,
        "wrong_content_type",
        "Send the body as application/json, a file as application/octet-stream.",
      );
    // of a file's address: outside of its folder, hidden, or not there
    if (thrown.statusCode === 403 || thrown.statusCode === 404) return notFound("address");
    return invalidRequest([{ path: "request", message: thrown.message }]);
  }
  return new RequestError(
    500,
    "internal_error",
    "Something is wrong on our side. The server's log has the details under this request's id.",
  );
}

/** Tells whether the framework, or the sender of files, refuses what the caller asked. */
function isHttpError(thrown: unknown): thrown is Error & { statusCode: number; code?: unknown } {
  return (
    thrown instanceof Error &&
    "statusCode" in thrown &&
    typeof thrown.statusCode === "number" &&
    thrown.statusCode >= 400 &&
    thrown.statusCode < 500
  );
}

/** Lists where a body or query breaks its schema, unknown fields each by name. */
export function wrongPlaces(root: "body" | "query", error: z.ZodError): RequestErrorPlace[] {
  return error.issues.flatMap((issue) => {
    const place = [root, ...issue.path.map(String)];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((name) => ({
        path: [...place, name].join("."),
        message: "this field is not known here",
      }));
    }
    return [{ path: place.join("."), message: issue.message }];
  });
}
