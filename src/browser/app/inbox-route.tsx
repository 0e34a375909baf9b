import { InboxScreen } from "#browser/inbox";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { z } from "zod";

/** What the address says besides the conversation: the view, and the team when it is filtered by one. */
export const inboxSearchSchema = z.object({
  view: z.enum(["mine", "unassigned", "all", "closed"]).optional().catch(undefined),
  team: z.uuid().optional().catch(undefined),
});
type InboxSearch = z.infer<typeof inboxSearchSchema>;

/** Ties the inbox to the address bar. */
export const InboxRoute = ({ search }: { search: InboxSearch }) => {
  const { conversationId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const onOpen = useCallback(
    (id: string | null) => {
      if (id === null) void navigate({ to: "/inbox", search: (before) => before });
      else
        void navigate({
          to: "/inbox/$conversationId",
          params: { conversationId: id },
          search: (before) => before,
        });
    },
    [navigate],
  );
  return (
    <InboxScreen
      filter={{
        view: search.view ?? "all",
        ...(search.team === undefined ? {} : { teamId: search.team }),
      }}
      conversationId={conversationId}
      onFilter={({ view, teamId }) =>
        void navigate({ to: "/inbox", search: { view, team: teamId } })
      }
      onOpen={onOpen}
      renderRunLink={(runId, label) => (
        <Link to="/runs/$runId" params={{ runId }}>
          {label}
        </Link>
      )}
    />
  );
};
