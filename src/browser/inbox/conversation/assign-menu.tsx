import type { ConversationBody } from "#contract";
import { reportProblem, useAssign, useMe, useMembers, useTeams } from "#browser/data";
import { Avatar } from "#browser/ui";
import { Combobox, ScrollArea, UnstyledButton, useCombobox } from "@mantine/core";
import { IconChevronDown, IconUserOff, IconUsers } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

interface AssignMenuProps {
  readonly conversation: ConversationBody;
  /** Grows when a shortcut asks for the menu. */
  readonly openSignal: number;
}

const includes = (name: string, search: string) =>
  name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());

/** What is chosen, as the option's value: "member …", "team …", "nobody". */
const bodyOf = (value: string, conversation: ConversationBody) => {
  const [kind, id = ""] = value.split(" ");
  if (kind === "member") return { member_id: id, team_id: conversation.team_id };
  return kind === "team" ? { member_id: null, team_id: id } : { member_id: null, team_id: null };
};

/** Gives the conversation to a member or a team, found by typing. */
export const AssignMenu = ({ conversation, openSignal }: AssignMenuProps) => {
  const me = useMe();
  const members = useMembers();
  const teams = useTeams();
  const assign = useAssign(conversation.id);
  const [search, setSearch] = useState("");
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch("");
    },
  });
  const { openDropdown } = combobox;
  const heardSignal = useRef(openSignal);
  useEffect(() => {
    if (heardSignal.current === openSignal) return;
    heardSignal.current = openSignal;
    openDropdown();
  }, [openSignal, openDropdown]);

  const assignee = members.data?.find((one) => one.id === conversation.assignee_id);
  const team = teams.data?.find((one) => one.id === conversation.team_id);
  const myId = me.data?.member.id;
  const foundMembers = (members.data ?? [])
    .filter((one) => includes(one.name, search))
    .toSorted((one, other) => Number(other.id === myId) - Number(one.id === myId));
  const foundTeams = (teams.data ?? []).filter((one) => includes(one.name, search));
  const choose = (value: string) => {
    combobox.closeDropdown();
    assign.mutate(bodyOf(value, conversation), {
      onError: reportProblem("Not assigned"),
    });
  };
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      withinPortal
      onOptionSubmit={choose}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className="inbox-assign"
          onClick={() => combobox.toggleDropdown()}
          aria-label="Assign"
          data-busy={assign.isPending || undefined}
        >
          {assignee !== undefined ? (
            <Avatar name={assignee.name} size={20} />
          ) : team !== undefined ? (
            <IconUsers size={16} />
          ) : (
            <IconUserOff size={16} />
          )}
          <span className="inbox-assign-name">{assignee?.name ?? team?.name ?? "Unassigned"}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder="Member or team"
          aria-label="Find a member or team"
        />
        <Combobox.Options>
          <ScrollArea.Autosize mah={320} type="scroll">
            {foundMembers.length > 0 && (
              <Combobox.Group label="Members">
                {foundMembers.map((one) => (
                  <Combobox.Option
                    key={one.id}
                    value={`member ${one.id}`}
                    active={one.id === conversation.assignee_id}
                  >
                    <span className="inbox-option">
                      <Avatar
                        name={one.name}
                        size={22}
                        dot={
                          one.presence === "online"
                            ? "good"
                            : one.presence === "away"
                              ? "waiting"
                              : "quiet"
                        }
                        dotLabel={one.presence}
                      />
                      <span className="inbox-option-name">
                        {one.id === myId ? `${one.name} (you)` : one.name}
                      </span>
                      <span className="inbox-option-note">{one.open_count} open</span>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {foundTeams.length > 0 && (
              <Combobox.Group label="Teams">
                {foundTeams.map((one) => (
                  <Combobox.Option
                    key={one.id}
                    value={`team ${one.id}`}
                    active={one.id === conversation.team_id && conversation.assignee_id === null}
                  >
                    <span className="inbox-option">
                      <IconUsers size={16} /> <span className="inbox-option-name">{one.name}</span>
                      <span className="inbox-option-note">{one.member_ids.length} members</span>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {includes("nobody", search) &&
              (conversation.assignee_id !== null || conversation.team_id !== null) && (
                <Combobox.Option value="nobody">
                  <span className="inbox-option">
                    <IconUserOff size={16} /> <span className="inbox-option-name">Nobody</span>
                  </span>
                </Combobox.Option>
              )}
            {foundMembers.length + foundTeams.length === 0 && (
              <Combobox.Empty>Nobody is called that</Combobox.Empty>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
