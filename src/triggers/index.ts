/** The trigger types, in the order in which the builder offers them. */
import type { TriggerCatalogue, TriggerType } from "#core/engine";
import { chatOpened } from "./chat-opened/trigger.ts";
import { conversationClosed } from "./conversation-closed/trigger.ts";
import { conversationOpened } from "./conversation-opened/trigger.ts";
import { conversationReopened } from "./conversation-reopened/trigger.ts";
import { customEvent } from "./custom-event/trigger.ts";
import { customerSilent } from "./customer-silent/trigger.ts";
import { ecommerceSignal } from "./ecommerce-signal/trigger.ts";
import { engagementScore } from "./engagement-score/trigger.ts";
import { fieldChanged } from "./field-changed/trigger.ts";
import { firstVisit } from "./first-visit/trigger.ts";
import { formFrustration } from "./form-frustration/trigger.ts";
import { idleDetected } from "./idle-detected/trigger.ts";
import { incomingWebhook } from "./incoming-webhook/trigger.ts";
import { manual } from "./manual/trigger.ts";
import { messageReceived } from "./message-received/trigger.ts";
import { mouseLeave } from "./mouse-leave/trigger.ts";
import { pageView } from "./page-view/trigger.ts";
import { pagesBrowsed } from "./pages-browsed/trigger.ts";
import { rageClick } from "./rage-click/trigger.ts";
import { ratingReceived } from "./rating-received/trigger.ts";
import { returnVisit } from "./return-visit/trigger.ts";
import { schedule } from "./schedule/trigger.ts";
import { scroll } from "./scroll/trigger.ts";
import { tagChanged } from "./tag-changed/trigger.ts";
import { teammateSilent } from "./teammate-silent/trigger.ts";

export const triggerTypes = [
  conversationOpened,
  manual,
  firstVisit,
  returnVisit,
  mouseLeave,
  scroll,
  pageView,
  chatOpened,
  engagementScore,
  rageClick,
  formFrustration,
  idleDetected,
  pagesBrowsed,
  ecommerceSignal,
  messageReceived,
  customerSilent,
  teammateSilent,
  conversationClosed,
  conversationReopened,
  tagChanged,
  fieldChanged,
  ratingReceived,
  customEvent,
  incomingWebhook,
  schedule,
] as const satisfies readonly TriggerType[];

/** Names of the trigger types; what needs one thing per type is a `Record` of them. */
export type TriggerTypeName = (typeof triggerTypes)[number]["type"];

export const triggerCatalogue: TriggerCatalogue = new Map<string, TriggerType>(
  triggerTypes.map((type) => [type.type, type]),
);
