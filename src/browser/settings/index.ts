/** The screens with which an admin sets the house up. */
export { InstallScreen } from "./install/install-screen.tsx";
export { IntegrationsScreen } from "./integrations/integrations-screen.tsx";
export { WidgetScreen } from "./widget/widget-screen.tsx";
