import { StartError } from "./start-error.ts";

/** Explains why we could not listen on an address, when the reason is one a person can mend; else returns the error itself. */
export function explainListenError(
  error: unknown,
  address: { host: string; port: number },
): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const { host, port } = address;
  switch (error.code) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} is already taken by another program. Choose another one, for example: PORT=${port + 1} npm start`,
      );
    case "EACCES":
      return new StartError(
        `Port ${port} may not be used by this account. Choose one above 1023, for example: PORT=4800 npm start`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(
        `HOST ${host} is not an address of this machine. Use 127.0.0.1 (this machine only) or 0.0.0.0 (every network).`,
      );
    default:
      return error;
  }
}
