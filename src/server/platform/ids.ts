import { createHash, randomBytes, randomFillSync } from "node:crypto";

const COUNTER_BITS = 12;
const COUNTER_LIMIT = 1 << COUNTER_BITS;

// one call to the system's generator for hundreds of ids; nothing secret comes from here
const pool = Buffer.alloc(8_192);
let poolUsed = pool.length;

let lastMillisecond = 0;
let counter = 0;

/**
 * Makes a UUID of version 7: sorted by creation, so new rows land at the end of an index.
 * Ids made by one process never go backwards, even when its clock does.
 */
export function newUuid(): string {
  const millisecond = Date.now();
  if (millisecond > lastMillisecond) {
    lastMillisecond = millisecond;
    counter = takeRandom(1).readUInt8(); // a low random start leaves room to count within the millisecond
  } else {
    counter += 1;
    if (counter >= COUNTER_LIMIT) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const bytes = takeRandom(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** Makes the seed of one event, 128 bits: what its handling needs of ids and dice follows from it. */
export function newSeed(): string {
  return takeRandom(16).toString("base64url");
}

function takeRandom(bytes: number): Buffer {
  if (poolUsed + bytes > pool.length) {
    randomFillSync(pool);
    poolUsed = 0;
  }
  poolUsed += bytes;
  return pool.subarray(poolUsed - bytes, poolUsed);
}

/** Makes an unguessable token of 256 bits, safe in URLs, cookies and headers. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Returns the SHA-256 of a token: what the database keeps instead of the token. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
