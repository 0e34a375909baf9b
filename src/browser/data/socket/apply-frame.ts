import type { ConversationDetailBody, InboxServerFrame } from "#contract";
import type { QueryClient } from "@tanstack/react-query";
import { noteDatabase } from "../connection.ts";
import { keys } from "../keys.ts";
import { applyConversation } from "../use-conversations.ts";
import { applyMember } from "../use-members.ts";
import { applyMessage } from "../use-messages.ts";
import { applyRun } from "../use-runs.ts";
import { noteDeleted, noteEditors, noteSaved } from "../draft-room.ts";
import { noteTyping } from "../typing.ts";

/** Puts what the server announced into the cache; what is on the screen follows by itself. */
export const applyFrame = (client: QueryClient, frame: InboxServerFrame) => {
  switch (frame.type) {
    case "conversation_changed":
      return applyConversation(client, frame.conversation);
    case "message_added":
      return applyMessage(client, frame.message);
    case "run_changed":
      return applyRun(client, frame.run);
    case "member_changed":
      return applyMember(client, frame.member);
    case "typing":
      return noteTyping(frame.conversation_id, frame.by, frame.name);
    case "draft_editors":
      return noteEditors(frame.workflow_id, frame.editors);
    case "draft_saved":
      return noteSaved(frame.workflow_id, {
        revision: frame.revision,
        by: frame.by,
        memberId: frame.member_id,
      });
    case "workflow_deleted":
      return noteDeleted(frame.workflow_id, frame.by);
    case "visitor_connection":
      client.setQueriesData<ConversationDetailBody>({ queryKey: ["conversation"] }, (detail) =>
        detail?.contact.id === frame.contact_id && detail.visitor !== null
          ? { ...detail, visitor: { ...detail.visitor, is_connected: frame.is_connected } }
          : detail,
      );
      return;
    case "service_state":
      if (noteDatabase(frame.state === "ok") && frame.state === "ok")
        void client.invalidateQueries();
      return;
    case "resumed":
      void client.invalidateQueries({ queryKey: keys.counts });
      return;
    case "ping":
      return;
  }
};
