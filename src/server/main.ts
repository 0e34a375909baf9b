/** The composition root: builds everything and knows everyone; imported by nobody. */
import { startServer } from "./start-server.ts";
import { StartError, createLogger, readConfig } from "#server/platform";

try {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.logLevel, format: config.logFormat });
  const server = await startServer(config, log, {
    print: (line) => process.stdout.write(`${line}\n`),
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1); // asked twice: at once
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
} catch (error) {
  const text =
    error instanceof StartError
      ? error.message
      : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`\n${text}\n\n`);
  process.exit(1);
}
