/** The builder: workflows drawn on a canvas, published, and their runs looked at. */
export { BuilderScreen, type BuilderScreenProps, type Part } from "./builder-screen.tsx";
export { WorkflowListScreen } from "./lists/workflow-list-screen.tsx";
export { RunScreen } from "./runs/run-screen.tsx";
