import { useTeams } from "#browser/data";
import { Select } from "@mantine/core";
import type { InboxScreenProps } from "./inbox-props.ts";
import { views } from "./views.tsx";

/** Chooses the view where there is no room for the column. */
export const ViewSelect = ({ filter, onFilter }: Pick<InboxScreenProps, "filter" | "onFilter">) => {
  const teams = useTeams();
  return (
    <Select
      aria-label="View"
      size="xs"
      allowDeselect={false}
      className="inbox-view-select"
      value={filter.teamId ?? filter.view}
      onChange={(value) => {
        const view = views.find((one) => one.view === value)?.view;
        onFilter(view === undefined ? { view: "all", teamId: value ?? "" } : { view });
      }}
      data={[
        { group: "Views", items: views.map(({ view, title }) => ({ value: view, label: title })) },
        {
          group: "Teams",
          items: (teams.data ?? []).map((team) => ({ value: team.id, label: team.name })),
        },
      ]}
    />
  );
};
