import type { ConversationDetailBody } from "#contract";
import { IconAction } from "#browser/ui";
import { Skeleton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Suspense, lazy } from "react";
import type { RenderRunLink } from "../inbox-props.ts";
import { AssignmentSection } from "./assignment-section.tsx";
import { ContactSection } from "./contact-section.tsx";
import { Section } from "./section.tsx";
import { StartWorkflow } from "./start-workflow.tsx";
import "./details.css";
import "./runs.css";

// it brings the step types along, which the thread does not need to be shown
const RunCard = lazy(async () => ({ default: (await import("./run-card.tsx")).RunCard }));

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
      <Section title="Workflows" aside={<StartWorkflow detail={detail} />}>
        {detail.runs.length === 0 ? (
          <p className="inbox-muted">No workflow has run in this conversation.</p>
        ) : (
          <Suspense fallback={<Skeleton height={120} />}>
            {detail.runs.map((run) => (
              <RunCard key={run.id} run={run} renderRunLink={renderRunLink} />
            ))}
          </Suspense>
        )}
      </Section>
    </div>
  </aside>
);
