import composer from "./composer.css";
import frame from "./frame.css";
import list from "./list.css";
import messages from "./messages.css";
import preview from "./preview.css";
import states from "./states.css";

/** All styles of the chat, the frame with its rules for phones last. */
export const chatStyles = [messages, states, list, composer, preview, frame].join("\n");
