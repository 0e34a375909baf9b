import { guarded } from "../../guard.ts";
import type { OpenSocket } from "./connection.ts";

/** Opens a WebSocket to the address given; one that cannot even be made counts as closed at once. */
export const openBrowserSocket =
  (url: string): OpenSocket =>
  ({ onOpen, onData, onClose }) => {
    try {
      const socket = new WebSocket(url);
      socket.addEventListener("open", guarded(onOpen));
      socket.addEventListener(
        "message",
        guarded((event: MessageEvent) => onData(event.data)),
      );
      socket.addEventListener("close", guarded(onClose));
      return {
        send: guarded((data: string) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(data);
        }),
        close: guarded(() => socket.close()),
      };
    } catch {
      setTimeout(guarded(onClose), 0);
      return { send: () => {}, close: () => {} };
    }
  };
