import { lazy } from "react";

const loadBuilder = () => import("#browser/builder");

/** The screens around workflows, fetched when first gone to: an agent's inbox starts without the canvas. */
export const WorkflowListScreen = lazy(async () => ({
  default: (await loadBuilder()).WorkflowListScreen,
}));
export const BuilderScreen = lazy(async () => ({ default: (await loadBuilder()).BuilderScreen }));
export const RunScreen = lazy(async () => ({ default: (await loadBuilder()).RunScreen }));

export const InsightsTab = lazy(async () => ({
  default: (await import("#browser/insights")).InsightsTab,
}));

const loadSettings = () => import("#browser/settings");

/** The settings, which most members never open. */
export const WidgetScreen = lazy(async () => ({ default: (await loadSettings()).WidgetScreen }));
export const IntegrationsScreen = lazy(async () => ({
  default: (await loadSettings()).IntegrationsScreen,
}));
export const InstallScreen = lazy(async () => ({ default: (await loadSettings()).InstallScreen }));
