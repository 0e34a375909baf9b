import {
  Navigate,
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
} from "@tanstack/react-router";
import { z } from "zod";
import { ContactsScreen } from "./contacts-screen.tsx";
import { CrashScreen, NotFoundScreen } from "./fallback-screens.tsx";
import { InboxRoute, inboxSearchSchema } from "./inbox-route.tsx";
import type { BuilderScreenProps } from "#browser/builder";
import {
  BuilderScreen,
  InsightsTab,
  InstallScreen,
  IntegrationsScreen,
  RunScreen,
  WidgetScreen,
  WorkflowListScreen,
} from "./lazy-screens.tsx";
import { TeamLayout } from "./shell/team-layout.tsx";
import { SetupScreen } from "./sign-in/setup-screen.tsx";
import { SignInScreen } from "./sign-in/sign-in-screen.tsx";

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundScreen,
  errorComponent: CrashScreen,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: z.object({ next: z.string().optional().catch(undefined) }),
  component: () => <SignInScreen next={signInRoute.useSearch().next ?? null} />,
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  component: SetupScreen,
});

const moreParts: BuilderScreenProps["moreParts"] = [
  {
    value: "insights",
    label: "Insights",
    render: (workflowId, canvas) => <InsightsTab workflowId={workflowId} canvas={canvas} />,
  },
];

/** Everything behind the sign-in, in the shell. */
const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "team",
  component: TeamLayout,
});

const homeRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/",
  component: () => <Navigate to="/inbox" replace />,
});

const inboxRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/inbox",
  validateSearch: inboxSearchSchema,
  component: () => <InboxRoute search={inboxRoute.useSearch()} />,
});

const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: "$conversationId",
  component: () => null,
});

const workflowsRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/workflows",
  component: WorkflowListScreen,
});

const workflowRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/workflows/$workflowId",
  validateSearch: z.object({ part: z.string().optional().catch(undefined) }),
  component: () => {
    const { workflowId } = workflowRoute.useParams();
    const { part = "canvas" } = workflowRoute.useSearch();
    const navigate = workflowRoute.useNavigate();
    return (
      <BuilderScreen
        key={workflowId}
        workflowId={workflowId}
        part={part}
        moreParts={moreParts}
        onPart={(chosen) =>
          void navigate({ search: chosen === "canvas" ? {} : { part: chosen }, replace: true })
        }
      />
    );
  },
});

const workflowRunRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/workflows/$workflowId/runs/$runId",
  component: () => <RunScreen runId={workflowRunRoute.useParams().runId} />,
});

const runRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/runs/$runId",
  component: () => <RunScreen runId={runRoute.useParams().runId} />,
});

const contactsRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/contacts",
  component: ContactsScreen,
});

const settingsRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/settings",
  component: () => <Navigate to="/settings/widget" replace />,
});

const widgetSettingsRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/settings/widget",
  component: WidgetScreen,
});

const installRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/settings/install",
  component: InstallScreen,
});

const integrationsRoute = createRoute({
  getParentRoute: () => teamRoute,
  path: "/settings/integrations",
  component: IntegrationsScreen,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  teamRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([conversationRoute]),
    workflowsRoute,
    workflowRoute,
    workflowRunRoute,
    runRoute,
    contactsRoute,
    settingsRoute,
    widgetSettingsRoute,
    installRoute,
    integrationsRoute,
  ]),
]);

/** Every address of the team's side, under /app. */
export const router = createRouter({
  routeTree,
  basepath: "/app",
  defaultPreload: false,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
