import { PageHeader } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import "./settings.css";

const places = [
  { to: "/settings/widget", title: "Chat widget" },
  { to: "/settings/install", title: "Install" },
  { to: "/settings/integrations", title: "Integrations" },
] as const;

/** One page of the settings, with the way to the others above it. */
export const SettingsPage = ({ children }: { children: ReactNode }) => (
  <div className="settings-page">
    <PageHeader title="Settings" />
    <nav className="settings-places" aria-label="Settings">
      {places.map(({ to, title }) => (
        <Link
          key={to}
          to={to}
          className="settings-place"
          activeProps={{ "data-active": "", "aria-current": "page" }}
        >
          {title}
        </Link>
      ))}
    </nav>
    {children}
  </div>
);

/** Settings that belong together, with what they are for. */
export const SettingsSection = ({
  title,
  about,
  children,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) => (
  <section className="settings-section">
    <h2 className="settings-section-title">{title}</h2>
    {about !== undefined && <p className="settings-about">{about}</p>}
    <div className="settings-fields">{children}</div>
  </section>
);
