import { EmptyState, ErrorState } from "#browser/ui";
import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

/** Shown for an address that leads nowhere. */
export const NotFoundScreen = () => (
  <EmptyState
    icon={<IconMapOff size={22} />}
    title="There is no such page"
    action={
      <Button variant="default" component={Link} to="/inbox">
        Go to the inbox
      </Button>
    }
  >
    The address is not right, or what was here has been removed.
  </EmptyState>
);

/** Shown when a screen breaks, so that the rest of the page lives on. */
export const CrashScreen = ({ reset }: { reset: () => void }) => (
  <ErrorState title="This screen broke" onRetry={reset}>
    That is our mistake. Nothing you sent was lost; reload the page if trying again does not help.
  </ErrorState>
);
