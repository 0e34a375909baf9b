/** Platform: what the server needs from the machine it runs on. No product words here. */
export {
  type Announcement,
  type AnnouncementListener,
  type Announcements,
  createAnnouncements,
} from "./announcements.ts";
export { type Clock, systemClock } from "./clock.ts";
export { type Config, readConfig } from "./config.ts";
export {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "./embedded-postgres/start-embedded-postgres.ts";
export { OutsideError, RequestError, type RequestErrorPlace } from "./errors.ts";
export { findRunningPostgres } from "./embedded-postgres/find-running-postgres.ts";
export { hashToken, newSeed, newToken, newUuid } from "./ids.ts";
export { explainListenError } from "./listen-error.ts";
export { type LogFormat, type Logger, type LogLevel, createLogger } from "./logger.ts";
export { hashPassword, verifyPassword } from "./passwords.ts";
export { type Sealer, createSealer } from "./seal.ts";
export { loadSecretKey } from "./secret-key.ts";
export { StartError } from "./start-error.ts";
export { isSameToken, signToken } from "./sign-token.ts";
