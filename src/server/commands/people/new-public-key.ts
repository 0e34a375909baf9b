import { randomBytes } from "node:crypto";

/** Makes the key by which a page names its workspace; public, so recognisable rather than secret. */
export const newPublicKey = (): string => `pk_${randomBytes(16).toString("hex")}`;
