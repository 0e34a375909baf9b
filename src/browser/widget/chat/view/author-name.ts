import type { VisitorMessageBody } from "#contract";
import { chatTexts } from "../../texts.ts";

/** The name above a message: a person's own, the workspace's for what a workflow says. */
export const authorName = (author: VisitorMessageBody["author"], workspaceName: string): string => {
  if (author.kind === "contact") return chatTexts.you;
  if (author.kind === "ai_agent") return `${workspaceName} · ${chatTexts.byAi}`;
  return author.kind === "member" ? (author.name ?? chatTexts.team) : workspaceName;
};
