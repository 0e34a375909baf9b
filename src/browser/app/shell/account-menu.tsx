import type { MeBody } from "#contract";
import { reportProblem, useLogOut, useSetPresence } from "#browser/data";
import { Avatar, ThemeSwitch } from "#browser/ui";
import { Menu, SegmentedControl, UnstyledButton } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useState } from "react";

const dots = { online: "good", away: "waiting", offline: "quiet" } as const;

const parsePresence = (value: string) =>
  value === "online" || value === "away" ? value : "offline";

/** Who is signed in: presence, colours, sign out. */
export const AccountMenu = ({ me, isAtFoot }: { me: MeBody; isAtFoot: boolean }) => {
  const [isOpen, setIsOpen] = useState(false);
  const setPresence = useSetPresence();
  const logOut = useLogOut();
  const { member, workspace } = me;
  const presence = setPresence.isPending ? setPresence.variables.presence : member.presence;
  return (
    <Menu
      opened={isOpen}
      onChange={setIsOpen}
      width={260}
      position={isAtFoot ? "top-end" : "right-end"}
      offset={isAtFoot ? 8 : 12}
      closeOnItemClick
    >
      <Menu.Target>
        <UnstyledButton
          className="app-account"
          aria-label={`${member.name}, ${presence}. Presence, colours and sign out`}
        >
          <Avatar
            name={member.name}
            size={isAtFoot ? 26 : 32}
            dot={dots[presence]}
            dotLabel={presence}
          />
          {isAtFoot && <span>You</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="app-account-head">
          <div className="app-account-name">{member.name}</div>
          <div className="app-muted">{member.email}</div>
          <div className="app-muted">
            {member.role} of {workspace.name}
          </div>
        </div>
        <Menu.Divider />
        <div className="app-account-choice">
          <div className="app-account-label">Presence</div>
          <SegmentedControl
            fullWidth
            aria-label="Presence"
            value={presence}
            onChange={(value) =>
              setPresence.mutate(
                { presence: parsePresence(value) },
                { onError: reportProblem("Presence not changed") },
              )
            }
            data={[
              { value: "online", label: "Online" },
              { value: "away", label: "Away" },
              { value: "offline", label: "Offline" },
            ]}
          />
        </div>
        <div className="app-account-choice">
          <div className="app-account-label">Colours</div>
          <ThemeSwitch />
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() =>
            logOut.mutate(undefined, {
              onError: reportProblem("Not signed out"),
            })
          }
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
