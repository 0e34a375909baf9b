import { z } from "zod";

/** A string that names one kind of record; the brand keeps kinds apart at compile time. */
type Id<Brand extends string> = string & z.$brand<Brand>;

export type WorkspaceId = Id<"WorkspaceId">;
export type MemberId = Id<"MemberId">;
export type TeamId = Id<"TeamId">;
export type ContactId = Id<"ContactId">;
export type VisitorSessionId = Id<"VisitorSessionId">;
export type ConversationId = Id<"ConversationId">;
export type MessageId = Id<"MessageId">;
export type WorkflowId = Id<"WorkflowId">;
export type VersionId = Id<"VersionId">;
export type RunId = Id<"RunId">;
export type VisitId = Id<"VisitId">;
export type TimerId = Id<"TimerId">;
export type ScheduleId = Id<"ScheduleId">;
export type EventId = Id<"EventId">;
export type CallId = Id<"CallId">;
export type AiAgentId = Id<"AiAgentId">;
export type AttachmentId = Id<"AttachmentId">;
/** Unique within one graph, never changed and never reused: insights are counted by it. */
export type StepId = Id<"StepId">;

const uuid = <Brand extends string>() =>
  z.uuid().transform((value) => value.toLowerCase() as Id<Brand>);

export const workspaceIdSchema = uuid<"WorkspaceId">();
export const memberIdSchema = uuid<"MemberId">();
export const teamIdSchema = uuid<"TeamId">();
export const contactIdSchema = uuid<"ContactId">();
export const visitorSessionIdSchema = uuid<"VisitorSessionId">();
export const conversationIdSchema = uuid<"ConversationId">();
export const messageIdSchema = uuid<"MessageId">();
export const workflowIdSchema = uuid<"WorkflowId">();
export const versionIdSchema = uuid<"VersionId">();
export const runIdSchema = uuid<"RunId">();
export const visitIdSchema = uuid<"VisitId">();
export const timerIdSchema = uuid<"TimerId">();
export const scheduleIdSchema = uuid<"ScheduleId">();
export const eventIdSchema = uuid<"EventId">();
export const callIdSchema = uuid<"CallId">();
export const aiAgentIdSchema = uuid<"AiAgentId">();
export const stepIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, "a step id has 1 to 64 letters, digits, - or _")
  .transform((value) => value as StepId);

/** Brands a string that is known to be an id of that kind: read from our own tables or made by us. */
export const toWorkspaceId = (value: string) => value as WorkspaceId;
export const toMemberId = (value: string) => value as MemberId;
export const toTeamId = (value: string) => value as TeamId;
export const toContactId = (value: string) => value as ContactId;
export const toVisitorSessionId = (value: string) => value as VisitorSessionId;
export const toConversationId = (value: string) => value as ConversationId;
export const toMessageId = (value: string) => value as MessageId;
export const toWorkflowId = (value: string) => value as WorkflowId;
export const toVersionId = (value: string) => value as VersionId;
export const toRunId = (value: string) => value as RunId;
export const toVisitId = (value: string) => value as VisitId;
export const toTimerId = (value: string) => value as TimerId;
export const toScheduleId = (value: string) => value as ScheduleId;
export const toEventId = (value: string) => value as EventId;
export const toCallId = (value: string) => value as CallId;
export const toAiAgentId = (value: string) => value as AiAgentId;
export const toAttachmentId = (value: string) => value as AttachmentId;
export const toStepId = (value: string) => value as StepId;
