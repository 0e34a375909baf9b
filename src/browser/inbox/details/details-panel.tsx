import type { ConversationDetailBody } from "#contract";
import { IconAction } from "#browser/ui";
import { IconArrowLeft } from "@tabler/icons-react";
import type { RenderRunLink } from "../inbox-props.ts";
import { AssignmentSection } from "./assignment-section.tsx";
import { ContactSection } from "./contact-section.tsx";
import { RunCard } from "./run-card.tsx";
import { Section } from "./section.tsx";

interface DetailsPanelProps {
  readonly detail: ConversationDetailBody;
  readonly isPhone: boolean;
  readonly onBack: () => void;
  readonly renderRunLink: RenderRunLink;
}

/** Beside the thread: who writes, whose it is, and what runs. */
export const DetailsPanel = ({ detail, isPhone, onBack, renderRunLink }: DetailsPanelProps) => (
  <aside className="inbox-details" aria-label="Details">
    {isPhone && (
      <header className="inbox-head">
        <IconAction label="Back to the conversation" onClick={onBack} size="lg">
          <IconArrowLeft size={20} />
        </IconAction>
        <h2 className="inbox-head-name">Details</h2>
      </header>
    )}
    <div className="inbox-details-scroll">
      <ContactSection contact={detail.contact} visitor={detail.visitor} />
      <AssignmentSection detail={detail} withMenu={isPhone} renderRunLink={renderRunLink} />
      <Section title="Workflows">
        {detail.runs.length === 0 ? (
          <p className="inbox-muted">No workflow has run in this conversation.</p>
        ) : (
          detail.runs.map((run) => <RunCard key={run.id} run={run} renderRunLink={renderRunLink} />)
        )}
      </Section>
    </div>
  </aside>
);
