import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Keeps secrets in the database so that a copy of it opens none. */
export interface Sealer {
  /** Seals a text for one purpose, such as the row it belongs to. */
  seal(purpose: string, text: string): Buffer;
  /** Opens what was sealed for this very purpose with this very key; undefined for anything else. */
  open(purpose: string, sealed: Buffer): string | undefined;
}

const FORMAT = 1; // first byte: how the rest is to be read
const NONCE_BYTES = 12; // what AES-GCM is made for
const TAG_BYTES = 16;

/** Makes a sealer: AES-256-GCM under a key of its own, made from the server's secret key; the purpose is authenticated with it. */
export function createSealer(secretKey: string): Sealer {
  const key = createHmac("sha256", secretKey).update("seal").digest();
  return {
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), content]);
    },
    open(purpose, sealed) {
      if (sealed[0] !== FORMAT || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return undefined;
      const tagAt = 1 + NONCE_BYTES;
      const contentAt = tagAt + TAG_BYTES;
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, tagAt), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(sealed.subarray(tagAt, contentAt));
      const content = decipher.update(sealed.subarray(contentAt));
      try {
        return Buffer.concat([content, decipher.final()]).toString("utf8");
      } catch {
        return undefined; // the tag does not fit: another key, another purpose, or changed
      }
    },
  };
}
