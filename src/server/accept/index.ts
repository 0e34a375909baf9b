/** Accept: the one way in. Every verb that can move a run or change a conversation is an event through here. */
export {
  type Accept,
  type Accepted,
  type CheckedEvent,
  type NewEvent,
  checkEvent,
  createAccept,
} from "./accept.ts";
