import type { ConversationBody } from "#contract";
import { IconAction, StatePill } from "#browser/ui";
import { Button } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconCheck,
  IconInfoCircle,
  IconLayoutSidebarRight,
  IconRoute,
  IconUser,
} from "@tabler/icons-react";
import type { FloorWords } from "../floor-words.ts";
import { AssignMenu } from "./assign-menu.tsx";

interface ConversationHeaderProps {
  readonly conversation: ConversationBody;
  /** Who speaks now; null when nothing needs saying. */
  readonly floor: FloorWords | null;
  readonly isConnected: boolean;
  readonly isPhone: boolean;
  readonly areDetailsOpen: boolean;
  readonly assignSignal: number;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onDetails: () => void;
  readonly onCloseOrReopen: () => void;
}

/** Top of the thread: with whom, who speaks, whose it is, and how it ends. */
export const ConversationHeader = (props: ConversationHeaderProps) => {
  const { conversation, isPhone } = props;
  const isOpen = conversation.status === "open";
  return (
    <header className="inbox-head">
      {isPhone && (
        <IconAction label="Back to the list" onClick={props.onBack} size="lg">
          <IconArrowLeft size={20} />
        </IconAction>
      )}
      <div className="inbox-head-text">
        <h2 className="inbox-head-name">
          <span className="inbox-head-contact">{conversation.contact.display_name}</span>
          {props.isConnected && (
            <span
              className="inbox-online"
              role="img"
              aria-label="on the page now"
              title="On the page now"
            />
          )}
        </h2>
        <div className="inbox-head-sub">
          {isOpen ? null : <StatePill>Closed</StatePill>}
          {props.floor !== null && (
            <span className="inbox-head-speaker">
              {props.floor.holder === "run" ? (
                <IconRoute size={13} aria-hidden />
              ) : (
                <IconUser size={13} aria-hidden />
              )}{" "}
              {props.floor.who}
            </span>
          )}
          {isOpen && props.floor === null && (conversation.contact.email ?? "Chat")}
        </div>
      </div>
      <div className="inbox-head-actions">
        {!isPhone && <AssignMenu conversation={conversation} openSignal={props.assignSignal} />}
        <Button
          size="xs"
          variant="default"
          leftSection={isOpen ? <IconCheck size={14} /> : <IconArrowBackUp size={14} />}
          onClick={props.onCloseOrReopen}
          loading={props.isBusy}
        >
          {isOpen ? "Close" : "Reopen"}
        </Button>
        <IconAction
          label={isPhone ? "Details" : "Show or hide details"}
          keys="i"
          size="lg"
          onClick={props.onDetails}
          isPressed={props.areDetailsOpen}
        >
          {isPhone ? <IconInfoCircle size={20} /> : <IconLayoutSidebarRight size={18} />}
        </IconAction>
      </div>
    </header>
  );
};
