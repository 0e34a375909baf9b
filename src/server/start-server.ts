import { compileVersion, handleEvent, settleAssignment } from "#core/engine";
import {
  type Doors,
  attachSockets,
  buildApp,
  createConnectedVisitors,
  createDatabaseWatch,
  createRequestLimits,
  createDraftRooms,
  createTypingRelay,
  createWidgetConfigs,
  createWidgetSightings,
} from "#server/api";
import { type Tools, callIntegration, prepareDemo } from "#server/commands";
import {
  type Config,
  type Logger,
  StartError,
  createAnnouncements,
  createSealer,
  explainListenError,
  loadSecretKey,
  signToken,
  startEmbeddedPostgres,
  systemClock,
} from "#server/platform";
import { type Actors, type Engine, notConnected, startRunner } from "#server/runner";
import {
  type Store,
  createStore,
  findDemoWorkspace,
  hasWorkspace,
  migrate,
  startAnnouncementRelay,
} from "#server/store";
import { actionCatalogue, bindIntegrations, integrations } from "#integrations";
import { createEgressGuard } from "#integrations/kit";
import { type DemoShop, startDemoShop } from "./demo-shop.ts";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";

const MOST_CONNECTIONS = 20;

/** A whole Switchboard in this process. */
export interface Server {
  /** Where it listens, without a slash at its end. */
  readonly address: string;
  /** Finishes what is at hand, closes every connection and stops the embedded database, within ten seconds. */
  stop(): Promise<void>;
}

/** What decides, for the runner. */
const engine: Engine = {
  handleEvent,
  settleAssignment,
  compileVersion(version) {
    const result = compileVersion(version, stepCatalogue, triggerCatalogue, actionCatalogue);
    return result.ok ? result.version : undefined;
  },
  steps: stepCatalogue,
  triggers: triggerCatalogue,
  actions: actionCatalogue,
};

/**
 * Starts everything in order, database first, and prints where it can be reached once it is ready.
 * @throws StartError, in words for the person who started it, when it cannot.
 */
export async function startServer(
  config: Config,
  log: Logger,
  terminal: { print(line: string): void },
): Promise<Server> {
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of stops.toReversed()) await step();
  };
  try {
    const connectionString = config.databaseUrl ?? (await startDatabase(config, log, stops));
    const secretKey = await loadSecretKey(config);
    const store = createStore({
      connectionString,
      maxConnections: MOST_CONNECTIONS,
      onConnectionLost: (error) => log.debug({ err: error }, "a database connection was lost"),
    });
    stops.push(() => store.close());
    const migrated = await migrate(store);
    if (migrated.length > 0) log.info({ migrations: migrated }, "brought the database up to date");
    const demoShop = config.isDemo ? await startDemoShop(secretKey) : undefined;
    if (demoShop !== undefined) stops.push(() => demoShop.close());
    const doors = openDoors(config, log, { store, secretKey, demoShop }, stops);
    const demoLogin = config.isDemo
      ? await prepareDemo(doors.tools, config)
      : await refuseDemo(store);
    const address = await listen(config, doors, stops);
    announceReady(terminal, address, demoLogin, await hasWorkspace(store));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(
  config: Config,
  log: Logger,
  stops: (() => Promise<void> | void)[],
): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    address: config.publicUrl ?? `http://${config.host}:${config.port}`,
  });
  stops.push(() => postgres.stop());
  return postgres.connectionString;
}

function openDoors(
  config: Config,
  log: Logger,
  {
    store,
    secretKey,
    demoShop,
  }: {
    readonly store: Store;
    readonly secretKey: string;
    readonly demoShop: DemoShop | undefined;
  },
  stops: (() => Promise<void> | void)[],
): Doors {
  const onFailure = (error: unknown) =>
    log.warn({ err: error }, "an announcement was lost; screens catch up by cursor");
  const announcements = createAnnouncements(onFailure);
  const relay = startAnnouncementRelay({ store, announcements, onFailure });
  stops.push(() => relay.stop());
  const outside = {
    store,
    sealer: createSealer(secretKey),
    integrations: bindIntegrations(
      integrations,
      createEgressGuard({
        allowedHosts: config.egressAllowedHosts,
        standIns: new Map(demoShop === undefined ? [] : [[demoShop.host, demoShop.port]]),
      }),
      () => systemClock.now().getTime(),
      new Map(demoShop === undefined ? [] : [[demoShop.integration, demoShop.demo]]),
    ),
  };
  // Models and mail take their place here when they are connected.
  const actors: Actors = {
    ...notConnected,
    callAction: (request, options) => callIntegration(outside, request, options),
  };
  const runner = startRunner({
    store,
    engine,
    actors,
    log,
    announce: (list) => relay.announce(list),
  });
  stops.push(() => runner.stop());
  const databaseWatch = createDatabaseWatch(store);
  const stopHearing = runner.onStateChange(() => void databaseWatch.check()); // whoever notices first tells the other
  stops.push(() => {
    stopHearing();
    databaseWatch.stop();
  });
  const tools: Tools = {
    ...outside,
    accept: runner.accept,
    clock: systemClock,
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: actionCatalogue,
  };
  return {
    tools,
    announcements,
    announce: (list) => relay.announce(list),
    log,
    databaseWatch,
    limits: createRequestLimits(systemClock),
    widgetConfigs: createWidgetConfigs(tools),
    widgetSightings: createWidgetSightings({ tools, log }),
    typing: createTypingRelay(),
    draftRooms: createDraftRooms(),
    connectedVisitors: createConnectedVisitors(),
    inspectionToken: (workspaceId, until) =>
      signToken(secretKey, `inspection ${workspaceId} ${until}`),
    webhookToken: (workspaceId, workflowId) =>
      signToken(secretKey, `webhook ${workspaceId} ${workflowId}`),
    attachmentToken: (workspaceId, attachmentId, until) =>
      signToken(secretKey, `attachment ${workspaceId} ${attachmentId} ${until}`),
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    assetsDir: config.assetsDir,
    demoShopDir: config.demoShopDir,
    checksAnswers: config.environment === "test",
  };
}

/** A production start without the demo flag must not open a database whose password is printed. */
async function refuseDemo(store: Store): Promise<undefined> {
  if ((await findDemoWorkspace(store)) === undefined) return undefined;
  throw new StartError(
    "This database holds the demo workspace, whose password is printed at every start. " +
      "Give production a folder or database of its own (DATA_DIR or DATABASE_URL), or set SWITCHBOARD_DEMO=1 to keep the demo.",
  );
}

async function listen(
  config: Config,
  doors: Doors,
  stops: (() => Promise<void> | void)[],
): Promise<string> {
  const app = buildApp(doors);
  const sockets = attachSockets(app.server, doors);
  stops.push(async () => {
    sockets.close();
    await app.close();
  });
  try {
    return await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    throw explainListenError(error, config);
  }
}

function announceReady(
  terminal: { print(line: string): void },
  address: string,
  demoLogin: { readonly email: string; readonly password: string } | undefined,
  hasOwner: boolean,
): void {
  terminal.print("");
  terminal.print("Switchboard is ready.");
  if (demoLogin !== undefined) terminal.print(`  Demo shop  ${address}/demo/`);
  terminal.print(`  App        ${address}/app/`);
  terminal.print(`  API        ${address}/api/v1/reference`);
  terminal.print("");
  if (demoLogin !== undefined) {
    terminal.print("The demo login:");
    terminal.print(`email: ${demoLogin.email}`);
    terminal.print(`password: ${demoLogin.password}`);
  } else if (!hasOwner) terminal.print("Open the app to make the first owner.");
  terminal.print("");
}
