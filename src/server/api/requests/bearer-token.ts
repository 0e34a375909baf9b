import type { IncomingHttpHeaders } from "node:http";

/** Reads the token of `Authorization: Bearer …`; `undefined` when that is not how the caller authenticates. */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer +([\w.~+/-]{1,300}=*)$/i.exec(headers.authorization ?? "")?.[1];
}
