/** Entry of transport.js: visits, requests and the detections on their way. */
import type { Transport, TransportPort } from "../transport-port.ts";
import { createBrowserFacts } from "./browser-facts.ts";
import { createDetectionQueue } from "./detection-queue.ts";
import { createRequest } from "./request.ts";
import { createVisits } from "./visits.ts";

export const start = (port: TransportPort): Transport => {
  const { page, apiUrl, clock } = port;
  const request = createRequest(apiUrl, clock, (...values) => page.fetch(...values));
  const visits = createVisits({ ...port, request, browser: createBrowserFacts(page) });
  const { send } = createDetectionQueue({ ...port, request, visits });
  return { request, visits, sendDetections: send };
};
