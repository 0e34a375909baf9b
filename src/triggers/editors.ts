/** The editor of every trigger type; a forgotten one is a compile error that names it. */
import type { TriggerTypeName } from "#triggers";
import { chatOpenedEditor } from "./chat-opened/editor.tsx";
import { conversationClosedEditor } from "./conversation-closed/editor.tsx";
import { conversationOpenedEditor } from "./conversation-opened/editor.tsx";
import { conversationReopenedEditor } from "./conversation-reopened/editor.tsx";
import { customEventEditor } from "./custom-event/editor.tsx";
import { customerSilentEditor } from "./customer-silent/editor.tsx";
import { ecommerceSignalEditor } from "./ecommerce-signal/editor.tsx";
import type { TriggerEditor } from "./editor-contract.ts";
import { engagementScoreEditor } from "./engagement-score/editor.tsx";
import { fieldChangedEditor } from "./field-changed/editor.tsx";
import { firstVisitEditor } from "./first-visit/editor.tsx";
import { formFrustrationEditor } from "./form-frustration/editor.tsx";
import { idleDetectedEditor } from "./idle-detected/editor.tsx";
import { incomingWebhookEditor } from "./incoming-webhook/editor.tsx";
import { manualEditor } from "./manual/editor.tsx";
import { messageReceivedEditor } from "./message-received/editor.tsx";
import { mouseLeaveEditor } from "./mouse-leave/editor.tsx";
import { pageViewEditor } from "./page-view/editor.tsx";
import { pagesBrowsedEditor } from "./pages-browsed/editor.tsx";
import { rageClickEditor } from "./rage-click/editor.tsx";
import { ratingReceivedEditor } from "./rating-received/editor.tsx";
import { returnVisitEditor } from "./return-visit/editor.tsx";
import { scheduleEditor } from "./schedule/editor.tsx";
import { scrollEditor } from "./scroll/editor.tsx";
import { tagChangedEditor } from "./tag-changed/editor.tsx";
import { teammateSilentEditor } from "./teammate-silent/editor.tsx";

export type { TriggerEditor } from "./editor-contract.ts";

export const triggerEditors: Readonly<Record<TriggerTypeName, TriggerEditor>> = {
  conversation_opened: conversationOpenedEditor,
  manual: manualEditor,
  first_visit: firstVisitEditor,
  return_visit: returnVisitEditor,
  mouse_leave: mouseLeaveEditor,
  scroll: scrollEditor,
  page_view: pageViewEditor,
  chat_opened: chatOpenedEditor,
  engagement_score: engagementScoreEditor,
  rage_click: rageClickEditor,
  form_frustration: formFrustrationEditor,
  idle_detected: idleDetectedEditor,
  pages_browsed: pagesBrowsedEditor,
  ecommerce_signal: ecommerceSignalEditor,
  message_received: messageReceivedEditor,
  customer_silent: customerSilentEditor,
  teammate_silent: teammateSilentEditor,
  conversation_closed: conversationClosedEditor,
  conversation_reopened: conversationReopenedEditor,
  tag_changed: tagChangedEditor,
  field_changed: fieldChangedEditor,
  rating_received: ratingReceivedEditor,
  custom_event: customEventEditor,
  incoming_webhook: incomingWebhookEditor,
  schedule: scheduleEditor,
};
