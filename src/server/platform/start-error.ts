/**
 * Says why the program cannot start (or go on), in words for the person who started it.
 * `main.ts` prints the message without a stack and exits with code 1.
 */
export class StartError extends Error {
  override readonly name = "StartError";
}
