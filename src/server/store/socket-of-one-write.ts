import { Socket } from "node:net";

/**
 * A socket that sends what is written in one turn of the event loop with one call to the system. `pg` corks it around
 * each statement; statements that are sent together then also travel together, and wake PostgreSQL once.
 */
export class SocketOfOneWrite extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}
