import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { LogFormat, LogLevel } from "./logger.ts";
import { StartError } from "./start-error.ts";

/** What the person who runs the server decided, read once at start from the environment. */
export interface Config {
  /** 0 asks the system for any free port. */
  port: number;
  host: string;
  /** Address people reach us at, without a slash at its end; `undefined` = whatever we listen on. */
  publicUrl: string | undefined;
  dataDir: string;
  /** `undefined` = the embedded PostgreSQL on `dataDir`. */
  databaseUrl: string | undefined;
  /** `undefined` = read or made by `loadSecretKey`. */
  secretKey: string | undefined;
  environment: "development" | "production" | "test";
  /** Whether a demo workspace with a printed password may exist. */
  isDemo: boolean;
  logLevel: LogLevel;
  logFormat: LogFormat;
  /** Proxies whose `X-Forwarded-*` headers we believe: addresses or networks. */
  trustedProxies: string[];
  /** Hosts of the own network that integrations may call, also without TLS: `host` or `host:port`. */
  egressAllowedHosts: string[];
  /** Folder that holds what `npm run build` made: `app/`, `widget/`, `server/`. */
  assetsDir: string;
  /** Folder of workflow files to start from. */
  templatesDir: string;
  /** Folder of the demo shop, served under `/demo`. */
  demoShopDir: string;
}

const flag = z
  .enum(["1", "true", "yes", "on", "0", "false", "no", "off"], "must be true or false")
  .transform((word) => ["1", "true", "yes", "on"].includes(word));

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address such as https://support.example.com" })
  .transform((url) => url.replace(/\/+$/, ""));

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a whole number from 0 to 65535")
    .default(4800),
  HOST: z.string().default("127.0.0.1"), // loopback: a first try is not open to the network
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
    .optional(),
  SECRET_KEY: z
    .string()
    .min(32, "must have at least 32 characters; make one with: openssl rand -base64 32")
    .optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  SWITCHBOARD_DEMO: flag.optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  LOG_FORMAT: z.enum(["json", "text"]).optional(),
  TRUSTED_PROXIES: z.string().default(""),
  EGRESS_ALLOWED_HOSTS: z
    .string()
    .regex(
      /^[^/\s]*(\s*,\s*[^/\s]+)*$/,
      "must name hosts, separated by commas, such as erp.internal, 10.0.0.5:8080",
    )
    .default(""),
  ASSETS_DIR: z.string().optional(),
});

/**
 * Reads the configuration from environment variables; an empty variable counts as not set.
 * @throws StartError that names every variable with a wrong value.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new StartError(`The configuration is wrong:\n${lines.join("\n")}`);
  }
  const values = result.data;
  const isProduction = values.NODE_ENV === "production";
  const root = findPackageRoot();
  const assetsDir = path.resolve(values.ASSETS_DIR ?? path.join(root, "build"));
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    secretKey: values.SECRET_KEY,
    environment: values.NODE_ENV,
    isDemo: values.SWITCHBOARD_DEMO ?? !isProduction,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT ?? (isProduction ? "json" : "text"),
    trustedProxies: toList(values.TRUSTED_PROXIES),
    egressAllowedHosts: toList(values.EGRESS_ALLOWED_HOSTS),
    assetsDir,
    templatesDir: path.join(assetsDir, "server", "workflow-templates"),
    demoShopDir: path.join(root, "demo", "shop"),
  };
}

const toList = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** Finds the folder of our package.json, the same from the sources and from the bundle in `build/server`. */
function findPackageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "package.json"))) return folder;
    if (folder === path.dirname(folder)) return process.cwd();
  }
}
