import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface ErrorStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  readonly isRetrying?: boolean;
}

/** Says what went wrong in the reader's words and offers to try again. */
export const ErrorState = ({ title, children, onRetry, isRetrying = false }: ErrorStateProps) => (
  <div className="ui-state" role="alert">
    <div className="ui-state-mark" data-tone="bad">
      <IconAlertTriangle size={22} />
    </div>
    <div className="ui-state-title">{title}</div>
    {children !== undefined && <div className="ui-state-text">{children}</div>}
    {onRetry !== undefined && (
      <div className="ui-state-action">
        <Button variant="default" onClick={onRetry} loading={isRetrying}>
          Try again
        </Button>
      </div>
    )}
  </div>
);
