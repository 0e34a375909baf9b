import type { VisitorServerFrame } from "#contract";

/** A socket whose server is always there and has nothing to tell. */
export class PreviewSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = PreviewSocket.OPEN;

  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event("open")), 0);
  }

  send(): void {
    const ready: VisitorServerFrame = { type: "ready" };
    const data = JSON.stringify(ready);
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })), 0);
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
}
