import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { hashToken } from "#server/platform";
import { findLoginSession, listStandingSessions } from "#server/store";
import { type WebSocket, WebSocketServer } from "ws";
import type { Doors } from "../doors.ts";
import { isOwnOrigin } from "../sign-in/check-origin.ts";
import { isAllowedPage } from "../widget/check-page-origin.ts";
import { readLoginCookie } from "../sign-in/login-cookie.ts";
import { type InboxSocket, serveInboxSocket } from "./inbox-socket.ts";
import { createMemberTabs } from "./member-tabs.ts";
import { closeCodes } from "./open-socket.ts";
import { createVisitorFeeds } from "./visitor-feeds.ts";
import { serveVisitorSocket } from "./visitor-socket.ts";
import { createWorkspaceFeeds } from "./workspace-feeds.ts";

const LARGEST_FRAME = 32 * 1024;
const PING_MS = 25_000; // below the minute after which proxies drop a silent connection
const RECHECK_MS = 5_000; // a login that is over loses its sockets this soon

interface Beating {
  ping(): void;
  close(code: number, reason: string): void;
}

/** Attaches both sockets to the HTTP server. `close` ends every connection. */
export function attachSockets(server: Server, doors: Doors): { close(): void } {
  const upgrader = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  const workspaceFeeds = createWorkspaceFeeds(doors);
  const visitorFeeds = createVisitorFeeds(doors);
  const tabs = createMemberTabs(doors);
  const heard = new Map<WebSocket, boolean>(); // whether anything came since the last ping
  const beating = new Map<WebSocket, Beating>();
  const inboxes = new Map<InboxSocket, Buffer>();

  function keep(socket: WebSocket, serve: (onClose: () => void) => Beating): Beating {
    heard.set(socket, true);
    socket.on("message", () => heard.set(socket, true));
    const served = serve(() => {
      heard.delete(socket);
      beating.delete(socket);
    });
    beating.set(socket, served);
    return served;
  }
  async function upgradeInbox(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    const token = readLoginCookie(request.headers);
    if (!isOwnOrigin(doors, request.headers, request.headers.host ?? "")) return refuse(raw, 403);
    if (token === undefined) return refuse(raw, 401);
    const tokenHash = hashToken(token);
    const login = await findLoginSession(doors.tools.store, tokenHash, doors.tools.clock.now());
    if (login === undefined) return refuse(raw, 401);
    const who = { workspaceId: login.workspace_id, memberId: login.member_id };
    upgrader.handleUpgrade(request, raw, head, (socket) => {
      const closeTab = tabs.opened(who);
      const inbox = keep(socket, (onClose) =>
        serveInboxSocket(doors, workspaceFeeds, socket, who, () => {
          inboxes.delete(inbox);
          closeTab();
          onClose();
        }),
      );
      inboxes.set(inbox, tokenHash);
    });
  }
  function upgradeVisitor(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    // only what is looked at later: an idle socket does not keep its whole request
    const { origin, host = "", "sec-fetch-site": site } = request.headers;
    const headers = { origin, "sec-fetch-site": site };
    upgrader.handleUpgrade(request, raw, head, (socket) => {
      keep(socket, (onClose) =>
        serveVisitorSocket(
          doors,
          visitorFeeds,
          socket,
          (allowed) => isAllowedPage(doors, headers, host, allowed),
          onClose,
        ),
      );
    });
  }
  server.on("upgrade", (request, raw, head) => {
    raw.on("error", () => raw.destroy());
    switch (request.url?.split("?")[0]) {
      case "/api/v1/socket":
        return void upgradeInbox(request, raw, head).catch((error: unknown) => {
          doors.log.warn({ err: error }, "an inbox socket was refused");
          doors.databaseWatch.reportFailure(error);
          refuse(raw, 503);
        });
      case "/widget/v1/socket":
        return upgradeVisitor(request, raw, head);
      default:
        return refuse(raw, 404);
    }
  });
  const pinging = setInterval(() => {
    for (const [socket, served] of beating) {
      if (heard.get(socket) !== true) socket.terminate(); // silent for a whole round: gone without a word
      else served.ping();
      heard.set(socket, false);
    }
  }, PING_MS);
  const rechecking = setInterval(() => {
    if (inboxes.size > 0) void closeEnded(doors, inboxes);
  }, RECHECK_MS);
  pinging.unref();
  rechecking.unref();
  return {
    close() {
      clearInterval(pinging);
      clearInterval(rechecking);
      tabs.stop();
      workspaceFeeds.stop();
      visitorFeeds.stop();
      beating.forEach((served) => served.close(closeCodes.goingAway, "the server stops"));
      upgrader.clients.forEach((socket) => socket.terminate());
    },
  };
}

/** Closes the sockets of logins that have ended, all in one question. */
async function closeEnded(doors: Doors, inboxes: ReadonlyMap<InboxSocket, Buffer>): Promise<void> {
  try {
    const rows = await listStandingSessions(
      doors.tools.store,
      [...inboxes.values()],
      doors.tools.clock.now(),
    );
    const standing = new Set(rows.map((row) => row.token_hash.toString("hex")));
    for (const [inbox, hash] of inboxes)
      if (!standing.has(hash.toString("hex"))) inbox.close(closeCodes.refused, "the login is over");
  } catch (error) {
    doors.databaseWatch.reportFailure(error);
    doors.log.debug({ err: error }, "open inboxes were not checked; asked again in five seconds");
  }
}

const REASONS = {
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  503: "Service Unavailable",
} as const;

function refuse(raw: Duplex, status: keyof typeof REASONS): void {
  raw.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
