import { day, type AttachmentId, type WorkspaceId } from "#core/domain";
import { isSameToken } from "#server/platform";
import type { Doors } from "../doors.ts";
import type { AddressOf } from "../presenters/present-message.ts";

/** Where an image or a link of the widget leads, which can carry no header. */
export const visitorFilePath = "/widget/v1/attachments/:workspace_id/:attachment_id";

/**
 * Makes the address of a file for a contact whose message it is in: it opens for whoever has it, for one to two days. The same all day
 * long, so that browsers keep what they fetched.
 */
export function visitorAddressOf(
  doors: Pick<Doors, "attachmentToken" | "tools">,
  workspaceId: WorkspaceId,
): AddressOf {
  const until = (Math.floor(doors.tools.clock.now().getTime() / day) + 2) * day;
  return (attachmentId) => {
    const path = visitorFilePath
      .replace(":workspace_id", workspaceId)
      .replace(":attachment_id", attachmentId);
    return `${path}?until=${until}&token=${doors.attachmentToken(workspaceId, attachmentId, until)}`;
  };
}

/** Tells whether we made this address, and not too long ago. */
export function opensFile(
  doors: Pick<Doors, "attachmentToken" | "tools">,
  {
    workspaceId,
    attachmentId,
    until,
    token,
  }: {
    readonly workspaceId: WorkspaceId;
    readonly attachmentId: AttachmentId;
    readonly until: number;
    readonly token: string;
  },
): boolean {
  const isOurs = isSameToken(token, doors.attachmentToken(workspaceId, attachmentId, until));
  return isOurs && doors.tools.clock.now().getTime() < until;
}
