/** Entry of inspector.js: shows whoever builds workflows, on the real site, what each armed trigger has counted and why it has fired or not. */
import type { WidgetInspectionBody } from "#contract";
import { guarded } from "../guard.ts";
import type { Inspector, InspectorPort } from "../inspector-port.ts";
import { drawPanel } from "./draw-panel.ts";
import { fetchInspection } from "./fetch-inspection.ts";

const lookEveryMs = 400;

/** Draws what is known now, again and again: reading a few numbers costs the page nothing. */
export const start = ({
  page,
  clock,
  apiUrl,
  key,
  token,
  look,
  onEnd,
}: InspectorPort): Inspector => {
  let isOver = false;
  let inspection: WidgetInspectionBody | "refused" | "unreachable" | null = null;
  const stop = (): void => {
    isOver = true;
    panel.remove();
  };
  const panel = drawPanel(page.document, () => {
    stop();
    onEnd();
  });
  const show = guarded((): void => {
    if (isOver) return;
    panel.show(inspection, look());
    clock.after(lookEveryMs, show);
  });
  void fetchInspection(page, apiUrl, key, token).then((answer) => {
    inspection = answer;
    if (answer === "refused") onEnd();
  });
  show();
  return { stop };
};
