import type { MeBody } from "#contract";
import { useIsPhone } from "#browser/ui";
import { IconAddressBook, IconMessages, IconRoute, IconSettings } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu.tsx";

const places: readonly {
  readonly to: "/inbox" | "/workflows" | "/contacts" | "/settings";
  readonly title: string;
  readonly icon: ReactNode;
}[] = [
  { to: "/inbox", title: "Inbox", icon: <IconMessages size={20} stroke={1.7} /> },
  { to: "/workflows", title: "Workflows", icon: <IconRoute size={20} stroke={1.7} /> },
  { to: "/contacts", title: "Contacts", icon: <IconAddressBook size={20} stroke={1.7} /> },
  { to: "/settings", title: "Settings", icon: <IconSettings size={20} stroke={1.7} /> },
];

/** The way to every place: at the left, on a phone at the foot, where it makes room for an open conversation. */
export const NavRail = ({ me }: { me: MeBody }) => {
  const isPhone = useIsPhone();
  const { conversationId } = useParams({ strict: false });
  if (isPhone && conversationId !== undefined) return null;
  return (
    <nav className="app-rail" aria-label="Main">
      {!isPhone && (
        <img
          src={new URL("../icon.svg", import.meta.url).href}
          alt=""
          width={28}
          height={28}
          className="app-mark"
        />
      )}
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="app-place"
          activeProps={{ "data-active": "", "aria-current": "page" }}
        >
          {place.icon}
          <span>{place.title}</span>
        </Link>
      ))}
      <div className="app-rail-end">
        <AccountMenu me={me} isAtFoot={isPhone} />
      </div>
    </nav>
  );
};
