import type { ReactNode } from "react";

/** Top line of a screen: where we are, and what can be done here. `before` holds a way back. */
export const PageHeader = ({
  title,
  subtitle,
  before,
  actions,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  before?: ReactNode;
  actions?: ReactNode;
}) => (
  <header className="ui-page-header">
    {before}
    <div className="ui-page-header-text">
      <h1 className="ui-page-header-title">{title}</h1>
      {subtitle !== undefined && <div className="ui-page-header-subtitle">{subtitle}</div>}
    </div>
    {actions !== undefined && <div className="ui-page-header-actions">{actions}</div>}
  </header>
);
