import type { ReactNode } from "react";

/** Says why there is nothing here and what to do about it. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className="ui-state">
    {icon !== undefined && <div className="ui-state-mark">{icon}</div>}
    <div className="ui-state-title">{title}</div>
    {children !== undefined && <div className="ui-state-text">{children}</div>}
    {action !== undefined && <div className="ui-state-action">{action}</div>}
  </div>
);
