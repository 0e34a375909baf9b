import {
  type ConversationFilter,
  reportProblem,
  useConversationCounts,
  useMe,
  useSetPresence,
  useTeams,
} from "#browser/data";

import { Button, UnstyledButton } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { views } from "./views.tsx";

interface ViewsColumnProps {
  readonly filter: ConversationFilter;
  readonly onFilter: (filter: ConversationFilter) => void;
}

interface ViewButtonProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly count?: number | undefined;
  readonly isChosen: boolean;
  readonly onClick: () => void;
}

const ViewButton = ({ icon, title, count, isChosen, onClick }: ViewButtonProps) => (
  <UnstyledButton
    className="inbox-view"
    data-chosen={isChosen || undefined}
    aria-current={isChosen ? "page" : undefined}
    onClick={onClick}
  >
    {icon}
    <span className="inbox-view-title">{title}</span>
    {count !== undefined && count > 0 && <span className="inbox-view-count">{count}</span>}
  </UnstyledButton>
);

/** Says that workflows pass the own member over, and changes it with one press. */
const AwayNotice = () => {
  const presence = useMe().data?.member.presence;
  const setPresence = useSetPresence();
  if (presence === undefined || presence === "online") return null;
  return (
    <div className="inbox-away">
      <span>You are {presence}. Workflows that look for somebody online pass you over.</span>
      <Button
        size="compact-xs"
        variant="light"
        loading={setPresence.isPending}
        onClick={() =>
          setPresence.mutate(
            { presence: "online" },
            { onError: reportProblem("Presence not changed") },
          )
        }
      >
        Go online
      </Button>
    </div>
  );
};

/** The ways to look at the conversations: by whose they are, and by team. */
export const ViewsColumn = ({ filter, onFilter }: ViewsColumnProps) => {
  const counts = useConversationCounts();
  const teams = useTeams();
  return (
    <nav className="inbox-views" aria-label="Views">
      <h1 className="inbox-views-title">Inbox</h1>
      {views.map(({ view, title, icon }) => (
        <ViewButton
          key={view}
          icon={icon}
          title={title}
          count={view === "closed" ? undefined : counts.data?.[view]}
          isChosen={filter.view === view && filter.teamId === undefined}
          onClick={() => onFilter({ view })}
        />
      ))}
      {(teams.data ?? []).length > 0 && <h2 className="inbox-views-heading">Teams</h2>}
      {teams.data?.map((team) => (
        <ViewButton
          key={team.id}
          icon={<IconUsers size={16} />}
          title={team.name}
          isChosen={filter.teamId === team.id}
          onClick={() => onFilter({ view: "all", teamId: team.id })}
        />
      ))}
      <AwayNotice />
    </nav>
  );
};
