import { newUuid } from "#server/platform";
import { bumpConfigRevision, deleteWidgetLogo as remove, saveWidgetLogo } from "#server/store";
import { invalidRequest } from "../refusals.ts";
import type { Caller, Tools } from "../tools.ts";

const LARGEST_BYTES = 100 * 1024; // it is fetched with the first opening of every chat
const PNG = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const JPEG = Buffer.of(0xff, 0xd8, 0xff);

/** Takes a PNG or JPEG, told by its content, as the widget's logo. No SVG: it is a document that may hold scripts. */
export async function setWidgetLogo(
  tools: Pick<Tools, "store">,
  caller: Caller,
  base64: string,
): Promise<void> {
  const content = Buffer.from(base64, "base64");
  if (content.length > LARGEST_BYTES)
    throw refused(`is ${Math.ceil(content.length / 1024)} kB; a logo has at most 100 kB`);
  const mediaType = content.subarray(0, PNG.length).equals(PNG)
    ? "image/png"
    : content.subarray(0, JPEG.length).equals(JPEG)
      ? "image/jpeg"
      : undefined;
  if (mediaType === undefined) throw refused("must be a PNG or JPEG image");
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, caller.workspaceId);
    await saveWidgetLogo(session, caller.workspaceId, { id: newUuid(), mediaType, content });
  });
}

export async function deleteWidgetLogo(tools: Pick<Tools, "store">, caller: Caller): Promise<void> {
  await tools.store.transaction(async (session) => {
    await bumpConfigRevision(session, caller.workspaceId);
    await remove(session, caller.workspaceId);
  });
}

const refused = (message: string) => invalidRequest([{ path: "body.data", message }], 422);
