import type { Config, Logger } from "#server/platform";
import { startServer } from "./start-server.ts";

/** Starts the server and resolves once it runs; SIGINT and SIGTERM stop it cleanly, a second one at once. */
export async function runUntilStopped(config: Config, log: Logger): Promise<void> {
  const server = await startServer(config, log, {
    print: (line) => process.stdout.write(`${line}\n`),
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
