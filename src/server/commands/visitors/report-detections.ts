import { type JsonObject, type Page, toVisitorSessionId } from "#core/domain";
import type { Tools } from "../tools.ts";
import { ownVisitorSession } from "./own-visitor-session.ts";
import type { Visitor } from "./visitor.ts";

/** Takes in what the page's detectors concluded; each is a hint that its trigger checks again. */
export async function reportDetections(
  tools: Tools,
  visitor: Visitor,
  detections: readonly {
    readonly id: string;
    readonly trigger_type: string;
    readonly visitor_session_id: string;
    readonly page: Page;
    readonly evidence: JsonObject;
  }[],
): Promise<void> {
  for (const sessionId of new Set(
    detections.map((detection) => detection.visitor_session_id.toLowerCase()),
  )) {
    await ownVisitorSession(tools, visitor, toVisitorSessionId(sessionId));
  }
  // one after the other: they share a lane and their order is what happened
  for (const detection of detections) {
    await tools.accept({
      workspaceId: visitor.workspaceId,
      contactId: visitor.contactId,
      door: "widget",
      sourceKey: `detection ${visitor.contactId} ${detection.id.toLowerCase()}`,
      body: {
        type: "detection_made",
        triggerType: detection.trigger_type,
        visitorSessionId: toVisitorSessionId(detection.visitor_session_id.toLowerCase()),
        page: detection.page,
        evidence: detection.evidence,
      },
      createsContact: false,
    });
  }
}
