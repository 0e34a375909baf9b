import {
  type Doors,
  buildApp,
  createConnectedVisitors,
  createDatabaseWatch,
  createRequestLimits,
  createDraftRooms,
  createTypingRelay,
  createWidgetConfigs,
  createWidgetSightings,
} from "#server/api";
import type { Tools } from "#server/commands";
import {
  createAnnouncements,
  createLogger,
  createSealer,
  signToken,
  systemClock,
} from "#server/platform";
import { startRunner } from "#server/runner";
import { type Store, createStore } from "#server/store";
import { actionCatalogue, bindIntegrations, integrations } from "#integrations";
import { createEgressGuard } from "#integrations/kit";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import type { TestDatabase } from "../database/test-database.ts";
import { realEngine } from "../runner/real-engine.ts";

/** The server's doors on a test database, in process and without a port. */
export interface OpenDoors {
  readonly app: FastifyInstance;
  readonly doors: Doors;
  readonly tools: Tools;
  readonly store: Store;
}

/** Opens the doors for one test file and closes them when it is finished. Call it once, at the top. */
export function openDoors(
  database: TestDatabase,
  overrides: Partial<Doors> = {},
  standIns: ReadonlyMap<string, number> = new Map(),
): OpenDoors {
  const log = createLogger({ level: "fatal", format: "text" });
  const fail = (error: unknown) => log.error(error);
  const store = createStore({ connectionString: database.connectionString, maxConnections: 6 });
  const announcements = createAnnouncements(fail);
  const runner = startRunner({
    store,
    engine: realEngine,
    announce: (list) => announcements.announce(list),
    log,
  });
  const tools: Tools = {
    store,
    accept: runner.accept,
    clock: systemClock,
    sealer: createSealer("a key for tests"),
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: actionCatalogue,
    integrations: bindIntegrations(
      integrations,
      createEgressGuard({ allowedHosts: [], standIns }),
      () => systemClock.now().getTime(),
    ),
  };
  const doors: Doors = {
    tools,
    announcements,
    announce: (list) => announcements.announce(list),
    log,
    databaseWatch: createDatabaseWatch(store),
    limits: { take: () => undefined },
    widgetConfigs: createWidgetConfigs(tools),
    widgetSightings: createWidgetSightings({ tools, log }),
    typing: createTypingRelay(),
    draftRooms: createDraftRooms(),
    connectedVisitors: createConnectedVisitors(),
    inspectionToken: (workspaceId, until) =>
      signToken("a key for tests", `inspection ${workspaceId} ${until}`),
    webhookToken: (workspaceId, workflowId) =>
      signToken("a key for tests", `webhook ${workspaceId} ${workflowId}`),
    attachmentToken: (workspaceId, attachmentId, until) =>
      signToken("a key for tests", `attachment ${workspaceId} ${attachmentId} ${until}`),
    publicUrl: undefined,
    trustedProxies: [],
    assetsDir: "/nowhere",
    demoShopDir: "/nowhere",
    checksAnswers: true,
    ...overrides,
  };
  const app = buildApp(doors);
  afterAll(async () => {
    await app.close();
    await runner.stop();
    doors.databaseWatch.stop();
    await store.close();
  });
  return { app, doors, tools, store };
}

/** Real limits, for the tests that are about them. */
export const realLimits = () => createRequestLimits(systemClock);
