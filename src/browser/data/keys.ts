import type { inboxViews } from "#contract";

export type InboxView = (typeof inboxViews)[number];
export interface ConversationFilter {
  readonly view: InboxView;
  readonly teamId?: string;
  readonly contactId?: string;
}

/** Keys of everything cached; the first word is the noun. */
export const keys = {
  me: ["me"] as const,
  setup: ["setup"] as const,
  members: ["members"] as const,
  teams: ["teams"] as const,
  aiAgents: ["ai-agents"] as const,
  schedules: ["schedules"] as const,
  widgetSettings: ["widget-settings"] as const,
  widgetSightings: ["widget-sightings"] as const,
  actions: ["actions"] as const,
  integrations: ["integrations"] as const,
  contacts: ["contacts"] as const,
  contact: (id: string) => ["contact", id] as const,
  conversationLists: ["conversations", "list"] as const,
  conversationList: (filter: ConversationFilter) => ["conversations", "list", filter] as const,
  counts: ["conversations", "counts"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  messages: (id: string) => ["messages", id] as const,
  workflows: ["workflows"] as const,
  workflow: (id: string) => ["workflow", id] as const,
  versions: (workflowId: string) => ["versions", workflowId] as const,
  waitingRuns: (workflowId: string) => ["waiting-runs", workflowId] as const,
  /** Beneath the list: whatever makes, publishes or orders workflows changes them too. */
  workflowGraphs: ["workflows", "graphs"] as const,
  version: (id: string) => ["version", id] as const,
  simulationWorld: (workflowId: string, calls: string) =>
    ["simulation-world", workflowId, calls] as const,
  workflowTests: (workflowId: string) => ["workflow-tests", workflowId] as const,
  runs: ["runs"] as const,
  runList: (filter: object) => ["runs", filter] as const,
  run: (id: string) => ["run", id] as const,
  insights: (workflowId: string, query: object) => ["insights", workflowId, query] as const,
  decisionCounts: (workflowId: string, query: object) =>
    ["decision-counts", workflowId, query] as const,
  workflowActivity: ["workflow-activity"] as const,
  decisions: (filter: object) => ["decisions", filter] as const,
};
