import type { VisitorMessageBody } from "#contract";
import type { ChatTexts } from "../texts/english.ts";

/** The name above a message: a person's own, the workspace's for what a workflow says. */
export const authorName = (
  author: VisitorMessageBody["author"],
  workspaceName: string,
  texts: ChatTexts,
): string => {
  if (author.kind === "contact") return texts.you;
  if (author.kind === "ai_agent") return `${workspaceName} · ${texts.byAi}`;
  return author.kind === "member" ? (author.name ?? texts.team) : workspaceName;
};
