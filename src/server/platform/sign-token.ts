import { createHmac, timingSafeEqual } from "node:crypto";

/** Makes the token of 256 bits that opens what `purpose` names, safe in URLs; made from the secret key, so it is kept nowhere. */
export function signToken(secretKey: string, purpose: string): string {
  return createHmac("sha256", secretKey).update(purpose).digest("base64url");
}

/** Tells whether two tokens are the same, in a time that does not tell where they differ. */
export function isSameToken(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
