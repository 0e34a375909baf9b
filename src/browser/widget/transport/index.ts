/** Entry of transport.js: visits, requests, and the detections and calls on their way. */
import { fieldsOf } from "../storage/fields-of.ts";
import type { Transport, TransportPort } from "../transport-port.ts";
import { createBrowserFacts } from "./browser-facts.ts";
import { aloneIn } from "./alone.ts";
import { createCallQueue } from "./calls/call-queue.ts";
import { createDetectionQueue } from "./detection-queue.ts";
import { createRequest } from "./request.ts";
import { watchTyping } from "./typing.ts";
import { createVisits } from "./visits.ts";

export const start = (port: TransportPort): Transport => {
  const { key, page, apiUrl, clock, language } = port;
  const request = createRequest(apiUrl, clock, (...values) => page.fetch(...values));
  const visits = createVisits({ ...port, request, browser: createBrowserFacts(page, language) });
  const detections = createDetectionQueue({
    ...port,
    request,
    visits,
    typingMs: watchTyping(page, clock),
    alone: aloneIn(page, `switchboard:${key}:reports`),
  });
  const calls = createCallQueue({ ...port, request, visits });
  return {
    request,
    visits,
    sendKept: () => {
      detections.send();
      calls.send();
    },
    finishCall: calls.finish,
    signOut: (visit) => {
      const { visitor_token } = fieldsOf(visit);
      if (typeof visitor_token === "string")
        void request("POST", "/sign-out", { token: visitor_token });
    },
  };
};
