import type { AttachmentId, WorkflowId, WorkspaceId } from "#core/domain";
import type { Tools } from "#server/commands";
import type { Announcement, Announcements, Logger } from "#server/platform";
import type { DatabaseWatch } from "./requests/database-watch.ts";
import type { RequestLimits } from "./requests/request-limits.ts";
import type { ConnectedVisitors } from "./sockets/connected-visitors.ts";
import type { DraftRooms } from "./sockets/draft-rooms.ts";
import type { TypingRelay } from "./sockets/typing-relay.ts";
import type { WidgetConfigs } from "./widget/widget-configs.ts";
import type { WidgetSightings } from "./widget/widget-sightings.ts";

/** What every door shares; made once by main. */
export interface Doors {
  readonly tools: Tools;
  readonly announcements: Announcements;
  /** Tells the open screens of every process what changed outside the runner. */
  readonly announce: (list: readonly Announcement[]) => void;
  readonly log: Logger;
  readonly databaseWatch: DatabaseWatch;
  readonly limits: RequestLimits;
  readonly widgetConfigs: WidgetConfigs;
  readonly widgetSightings: WidgetSightings;
  /** Carries "is typing" to the other side's open sockets. */
  readonly typing: TypingRelay;
  /** Who has which workflow's draft open in this process. */
  readonly draftRooms: DraftRooms;
  /** Contacts with an open widget socket in this process. */
  readonly connectedVisitors: ConnectedVisitors;
  /** Makes the token of a link that opens the signal inspector until a moment, in milliseconds since 1970. */
  readonly inspectionToken: (workspaceId: WorkspaceId, until: number) => string;
  /** Makes the token in the address of a workflow's Incoming webhook. */
  readonly webhookToken: (workspaceId: WorkspaceId, workflowId: WorkflowId) => string;
  /** Makes the token in the address of a file that a visitor may fetch until a moment, in milliseconds. */
  readonly attachmentToken: (
    workspaceId: WorkspaceId,
    attachmentId: AttachmentId,
    until: number,
  ) => string;
  /** Address people reach us at; `undefined` = whatever the request names. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly assetsDir: string;
  readonly demoShopDir: string;
  /** Compare every answer with its schema; on in tests. */
  readonly checksAnswers: boolean;
}
