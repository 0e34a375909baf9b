import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { ConfirmProvider } from "./confirm.tsx";
import { theme, themeVariables } from "./theme.ts";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui.css";

/** Gives theme, notifications and questions to everything inside. */
export const UiProvider = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
    <Notifications position="bottom-right" limit={4} zIndex={9_500} />
    <ConfirmProvider>{children}</ConfirmProvider>
  </MantineProvider>
);
