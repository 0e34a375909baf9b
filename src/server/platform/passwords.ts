import { hash, verify } from "@node-rs/argon2";

// argon2id with the parameters OWASP advises: 19 MiB, two passes, one lane (about 25 ms of one core)
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id; salt and parameters are part of the result. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** Tells whether a password fits a stored hash; a hash that cannot be read fits nothing. */
export async function verifyPassword(storedHash: string, password: string): Promise<boolean> {
  if (!storedHash.startsWith("$argon2id$")) return false;
  return verify(storedHash, password);
}
