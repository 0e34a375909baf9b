/** Every trigger the page can sense, for the widget's sensor. One line per trigger with a detector. */
import { chatOpenedDetector } from "./chat-opened/detector.ts";
import type { DetectorType } from "./detector-contract.ts";
import { ecommerceSignalDetector } from "./ecommerce-signal/detector.ts";
import { engagementScoreDetector } from "./engagement-score/detector.ts";
import { firstVisitDetector } from "./first-visit/detector.ts";
import { formFrustrationDetector } from "./form-frustration/detector.ts";
import { idleDetectedDetector } from "./idle-detected/detector.ts";
import { mouseLeaveDetector } from "./mouse-leave/detector.ts";
import { pageViewDetector } from "./page-view/detector.ts";
import { pagesBrowsedDetector } from "./pages-browsed/detector.ts";
import { rageClickDetector } from "./rage-click/detector.ts";
import { returnVisitDetector } from "./return-visit/detector.ts";
import { scrollDetector } from "./scroll/detector.ts";

export { type ShopFacts, findPageKind } from "./ecommerce-signal/detector/page-kind.ts";
export type {
  Detector,
  DetectorType,
  Evidence,
  Memory,
  PageKind,
  Signal,
  SourceName,
  Verdict,
} from "./detector-contract.ts";

export const detectors: readonly DetectorType[] = [
  chatOpenedDetector,
  ecommerceSignalDetector,
  engagementScoreDetector,
  firstVisitDetector,
  formFrustrationDetector,
  idleDetectedDetector,
  mouseLeaveDetector,
  pageViewDetector,
  pagesBrowsedDetector,
  rageClickDetector,
  returnVisitDetector,
  scrollDetector,
];
