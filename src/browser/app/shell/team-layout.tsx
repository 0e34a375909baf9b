import { LiveProvider, explainError, useMe } from "#browser/data";
import { ErrorState, LoadingState } from "#browser/ui";
import { Loader } from "@mantine/core";
import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { ConnectionBar } from "./connection-bar.tsx";
import { NavRail } from "./nav-rail.tsx";
import "./app.css";

/** Leads to the sign-in, and from there back to where this began; the address is taken once, since it changes on the way. */
const SignedOut = () => {
  const address = useLocation({ select: (location) => location.href });
  const [next] = useState(address);
  return <Navigate to="/sign-in" search={{ next }} replace />;
};

/** The frame around every screen behind the sign-in; sends away who is not signed in, and back afterwards. */
export const TeamLayout = () => {
  const me = useMe();
  if (me.isPending) {
    return (
      <div className="app-splash">
        <Loader aria-label="Loading" size="sm" />
      </div>
    );
  }
  if (me.data === undefined) {
    return (
      <ErrorState
        title="Switchboard cannot be reached"
        onRetry={() => void me.refetch()}
        isRetrying={me.isFetching}
      >
        {explainError(me.error)}
      </ErrorState>
    );
  }
  if (me.data === null) return <SignedOut />;
  return (
    <LiveProvider memberId={me.data.member.id}>
      <div className="app-shell">
        <NavRail me={me.data} />
        <div className="app-main">
          <ConnectionBar />
          <main className="app-screen">
            <Suspense fallback={<LoadingState shape="table" rows={8} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
    </LiveProvider>
  );
};
