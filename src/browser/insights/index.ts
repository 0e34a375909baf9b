/** What runs came to: numbers on the canvas, over time and by step. */
export { InsightsTab, type InsightsTabProps } from "./insights-tab.tsx";
