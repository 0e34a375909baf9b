import type { VisitorMessageBody } from "#contract";
import type { ChatPort } from "../chat-port.ts";

/** Tells the server that a workflow's message stands as a bubble, or that the visitor sent it away: its attention budget counts both. A lost report is no harm. */
export const reportGreeting = (
  { request, session, visits }: Pick<ChatPort, "request" | "session" | "visits">,
  { id, author }: VisitorMessageBody,
  action: "shown" | "dismissed",
): void => {
  const token = visits.known()?.token;
  if (token === undefined || author.kind !== "workflow") return;
  const body = { message_id: id, action, visitor_session_id: session.touch() };
  void request("POST", "/greetings", { token, body });
};
