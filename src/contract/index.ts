/** What crosses the wire: bodies of the HTTP API, the widget protocol and the socket frames, each one schema. Names are snake_case. */
export * from "./accepted.ts";
export * from "./actions.ts";
export * from "./attachments.ts";
export * from "./conversations.ts";
export * from "./endpoints.ts";
export * from "./insights.ts";
export * from "./pagination.ts";
export * from "./people.ts";
export * from "./problems.ts";
export * from "./runs.ts";
export * from "./schedules.ts";
export * from "./sockets.ts";
export * from "./widget-endpoints.ts";
export * from "./widget-identity.ts";
export * from "./widget-settings.ts";
export * from "./widget.ts";
export * from "./workflows.ts";
