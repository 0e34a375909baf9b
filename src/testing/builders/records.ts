import {
  type Contact,
  type Conversation,
  defaultSettings,
  type NamedSchedule,
  type Schedule,
  scheduleSchema,
  type VisitorSession,
  type Workspace,
  toContactId,
  toConversationId,
  toScheduleId,
  toVisitorSessionId,
  toWorkspaceId,
} from "#core/domain";
import { inTimezone } from "#core/engine";

/** Monday, 2 March 2026, 10:00 in Berlin: the moment at which built records live. */
export const builtAt = Date.UTC(2026, 2, 2, 9);

const id = (kind: number): string =>
  `00000000-0000-7000-8000-${kind.toString(16).padStart(12, "0")}`;

/** Builds a workspace in Berlin. */
export const aWorkspace = (overrides: Partial<Workspace> = {}): Workspace => ({
  id: toWorkspaceId(id(1)),
  slug: "trailhead",
  name: "Trailhead",
  timezone: "Europe/Berlin",
  language: "en",
  isDemo: false,
  settings: defaultSettings,
  aiAgents: [],
  schedules: [],
  ...overrides,
});

/** Builds an anonymous contact. */
export const aContact = (overrides: Partial<Contact> = {}): Contact => ({
  id: toContactId(id(2)),
  workspaceId: toWorkspaceId(id(1)),
  name: null,
  email: null,
  emailVerification: "none",
  phone: null,
  externalId: null,
  lifecycleStage: "lead",
  ownerId: null,
  tags: [],
  custom: {},
  language: null,
  timezone: null,
  firstSeenAt: builtAt,
  lastSeenAt: builtAt,
  lastRepliedAt: null,
  lastContactedAt: null,
  isTest: false,
  ...overrides,
});

/** Builds an open widget conversation of `aContact` in which nobody has spoken yet. */
export const aConversation = (overrides: Partial<Conversation> = {}): Conversation => ({
  id: toConversationId(id(3)),
  contactId: toContactId(id(2)),
  channel: "widget",
  status: "open",
  priority: "normal",
  assigneeId: null,
  aiAgentId: null,
  teamId: null,
  lastAssigneeId: null,
  tags: [],
  rating: null,
  snoozedUntil: null,
  linkedConversationId: null,
  lastTeamMessageAt: null,
  unansweredSince: null,
  fallbackActedAt: null,
  floor: { holder: "nobody" },
  isGreeting: false,
  lastSequence: 0,
  contactReadSequence: 0,
  memberReadSequence: 0,
  lastContactMessageAt: null,
  lastContactText: "",
  waitingSince: null,
  openedAt: builtAt,
  closedAt: null,
  lastActivityAt: builtAt,
  preview: "",
  ...overrides,
});

/** Builds a visitor session of `aContact` on the pricing page. */
export const aVisitorSession = (overrides: Partial<VisitorSession> = {}): VisitorSession => ({
  id: toVisitorSessionId(id(4)),
  contactId: toContactId(id(2)),
  startedAt: builtAt,
  lastSeenAt: builtAt,
  page: { url: "https://shop.example/pricing", title: "Pricing", referrer: "" },
  pageCount: 1,
  device: "desktop",
  language: "en",
  pageLanguage: null,
  ...overrides,
});

/** Builds hours in Berlin, every day from 09:00 to 17:00. */
export const aSchedule = (overrides: Partial<Schedule> = {}): Schedule => ({
  ...inTimezone(scheduleSchema.parse({}), "Europe/Berlin"),
  ...overrides,
});

/** Builds a schedule that the workspace has under a name. */
export const aNamedSchedule = (overrides: Partial<NamedSchedule> = {}): NamedSchedule => ({
  id: toScheduleId(id(5)),
  name: "Support hours",
  schedule: aSchedule(),
  ...overrides,
});
