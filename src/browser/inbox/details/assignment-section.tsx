import type { ConversationDetailBody } from "#contract";
import { useMembers, useTeams } from "#browser/data";
import { Avatar, RelativeTime } from "#browser/ui";
import { Collapse, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { AssignMenu } from "../conversation/assign-menu.tsx";
import type { RenderRunLink } from "../inbox-props.ts";
import { passedOverWords, policyWords } from "./assignment-words.ts";
import { Fact, Section } from "./section.tsx";

const Why = ({
  assignment,
  renderRunLink,
}: {
  assignment: NonNullable<ConversationDetailBody["assignment"]>;
  renderRunLink: RenderRunLink;
}) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="inbox-why">
      <UnstyledButton
        className="inbox-why-button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight
          size={14}
          className="inbox-why-arrow"
          data-open={isOpen || undefined}
          aria-hidden
        />
        Why this assignee
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <p className="inbox-muted">
          {renderRunLink(assignment.run_id, "A workflow")} chose{" "}
          <RelativeTime at={assignment.at} style="long" />: {policyWords(assignment.policy)}
        </p>
        <ul className="inbox-candidates">
          {assignment.candidates.map((candidate) => (
            <li key={candidate.member_id} data-chosen={candidate.passed_over === null || undefined}>
              <Avatar name={candidate.name} size={20} />
              <span className="inbox-candidate-name">{candidate.name}</span>
              <span className="inbox-muted">
                {passedOverWords(candidate.passed_over, candidate.open_count)}
              </span>
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
};

interface AssignmentSectionProps {
  readonly detail: ConversationDetailBody;
  /** On a phone the header has no room for the menu. */
  readonly withMenu: boolean;
  readonly renderRunLink: RenderRunLink;
}

/** Whose the conversation is, and why. */
export const AssignmentSection = ({ detail, withMenu, renderRunLink }: AssignmentSectionProps) => {
  const members = useMembers();
  const teams = useTeams();
  const { conversation, assignment } = detail;
  return (
    <Section
      title="Assignment"
      aside={withMenu ? <AssignMenu conversation={conversation} openSignal={0} /> : undefined}
    >
      <dl className="inbox-facts">
        <Fact name="Assignee">
          {members.data?.find((one) => one.id === conversation.assignee_id)?.name ?? "Nobody"}
        </Fact>
        <Fact name="Team">
          {teams.data?.find((one) => one.id === conversation.team_id)?.name ?? "None"}
        </Fact>
        {conversation.waiting_since !== null && (
          <Fact name="Waiting since">
            <RelativeTime at={conversation.waiting_since} style="long" />
          </Fact>
        )}
      </dl>
      {assignment !== null && <Why assignment={assignment} renderRunLink={renderRunLink} />}
    </Section>
  );
};
