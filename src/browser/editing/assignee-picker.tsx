import { Avatar } from "#browser/ui";
import { Select } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useEditingWorld } from "./editing-world.ts";

interface PickerProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly error?: string | undefined;
}

const presenceWords = { online: "online", away: "away", offline: "offline" } as const;
const dots = { online: "good", away: "waiting", offline: "quiet" } as const;

/** Chooses a member; one who was removed stays visible as such. */
export const MemberPicker = ({ label, value, onChange, error }: PickerProps) => {
  const { members } = useEditingWorld();
  const data = members.map(({ id, name }) => ({ value: id, label: name }));
  const isGone =
    value !== null && value !== "" && members.length > 0 && !members.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      placeholder="Choose a member"
      searchable
      data={isGone ? [...data, { value, label: "A member who is gone" }] : data}
      value={value === "" ? null : value}
      error={error ?? (isGone ? "This member is no longer here; choose another" : undefined)}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      nothingFoundMessage="No such member"
      renderOption={({ option }) => {
        const member = members.find(({ id }) => id === option.value);
        if (member === undefined) return option.label;
        return (
          <span className="editing-person">
            <Avatar
              name={member.name}
              size={24}
              dot={dots[member.presence]}
              dotLabel={presenceWords[member.presence]}
            />
            {member.name}
            <small>{presenceWords[member.presence]}</small>
          </span>
        );
      }}
    />
  );
};

/** Chooses a team; one that was removed stays visible as such. */
export const TeamPicker = ({ label, value, onChange, error }: PickerProps) => {
  const { teams } = useEditingWorld();
  const data = teams.map(({ id, name }) => ({ value: id, label: name }));
  const isGone =
    value !== null && value !== "" && teams.length > 0 && !teams.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      placeholder="Choose a team"
      data={isGone ? [...data, { value, label: "A team that is gone" }] : data}
      value={value === "" ? null : value}
      error={error ?? (isGone ? "This team is no longer here; choose another" : undefined)}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      leftSection={<IconUsersGroup size={16} />}
      renderOption={({ option }) => {
        const team = teams.find(({ id }) => id === option.value);
        return (
          <span className="editing-person">
            {option.label}
            {team !== undefined && (
              <small>{team.memberCount === 1 ? "1 member" : `${team.memberCount} members`}</small>
            )}
          </span>
        );
      }}
    />
  );
};
