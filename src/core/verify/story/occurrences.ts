import {
  channels,
  type GraphTrigger,
  type JsonObject,
  toWorkflowId,
  type Occurrence,
} from "#core/domain";
import type { BoundTrigger } from "#core/engine";
import { scalarsOf } from "./candidates.ts";

/** Stands for the workflow that the draft belongs to. */
const thisWorkflow = toWorkflowId("00000000-0000-7000-8000-0000000000c1");

/** Occurrences of which one is likely to set a trigger off, the plainest first. */
export const occurrencesFor = (
  { config }: GraphTrigger,
  trigger: BoundTrigger,
): readonly Occurrence[] => {
  const workflowId = thisWorkflow;
  const words = [...scalarsOf(config), "something"];
  switch (trigger.on) {
    case "conversation_opened":
      return (["contact", "member", "api"] as const).flatMap((by) =>
        (["new", "reopened"] as const).flatMap((how) =>
          channels.map((channel): Occurrence => ({
            type: "conversation_opened",
            how,
            by,
            channel,
            text: "hello",
          })),
        ),
      );
    case "message_received":
      return channels.map((channel) => ({
        type: "message_received",
        text: "hello",
        channel,
        quickReplyId: null,
      }));
    case "detection":
      return toDetections(trigger);
    case "request":
      return toRequests(trigger);
    case "conversation_closed":
    case "conversation_reopened":
      return (["member", "contact", "workflow", "api"] as const).flatMap((by) =>
        channels.map((channel): Occurrence => ({
          type:
            trigger.on === "conversation_closed" ? "conversation_closed" : "conversation_reopened",
          by,
          channel,
        })),
      );
    case "tag_changed":
      return words.flatMap((tag) =>
        (["contact", "conversation"] as const).flatMap((of) =>
          (["added", "removed"] as const).map((change): Occurrence => ({
            type: "tag_changed",
            of,
            tag,
            change,
          })),
        ),
      );
    case "field_changed":
      return words.flatMap((field) =>
        words.map((to): Occurrence => ({ type: "field_changed", field, from: null, to })),
      );
    case "rating_received":
      return [1, 5].map((score) => ({ type: "rating_received", score, scale: "1_to_5" }));
    case "silence":
      return (["customer", "teammate"] as const).map((side) => ({
        type: "silence",
        side,
        workflowId,
      }));
    case "custom_event":
      return words.map((name) => ({ type: "custom_event", name, properties: {} }));
    case "webhook":
      return [{ type: "webhook", workflowId, payload: {} }];
    case "schedule":
      return [{ type: "schedule", workflowId }];
  }
};

const toDetections = ({ type, armed }: BoundTrigger): readonly Occurrence[] => {
  const patterns = Object.values(armed ?? {}).filter((value) => typeof value === "string");
  const urls = new Set(["https://shop.example/", ...patterns.flatMap(toUrls)]);
  const evidences: readonly JsonObject[] = [{ ...armed }, {}];
  return [...urls].flatMap((url) =>
    [true, false].flatMap((isFirstSession) =>
      evidences.map((evidence): Occurrence => ({
        type: "detection",
        triggerType: type,
        page: { url, title: "", referrer: "" },
        evidence,
        isFirstSession,
      })),
    ),
  );
};

/** Addresses that a pattern may mean: as a path, as a host with its path, and as a part of an address. */
const toUrls = (pattern: string): readonly string[] => {
  const written = pattern.replace(/\*+/g, "a").replace(/^https?:\/\//, "");
  return [
    `https://shop.example${written.startsWith("/") ? "" : "/"}${written}`,
    `https://${written.replace(/^\/+/, "")}`,
  ];
};

/** A request with the inputs that are needed, each of the kind that is taken. */
const toRequests = ({ inputs }: BoundTrigger): readonly Occurrence[] =>
  [
    {},
    ...["something", 1, true].map((value) =>
      Object.fromEntries(inputs.map((name) => [name, value])),
    ),
  ].map((given): Occurrence => ({
    type: "request",
    workflowId: thisWorkflow,
    by: "member",
    inputs: given,
  }));
