import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

interface IconActionProps extends ActionIconProps {
  /** Said in the tooltip and to screen readers. */
  readonly label: string;
  readonly keys?: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly isPressed?: boolean;
}

/** Button that is only an icon, with its name in a tooltip. */
export const IconAction = ({
  label,
  keys,
  children,
  onClick,
  isPressed,
  ...rest
}: IconActionProps) => (
  <Tooltip label={keys === undefined ? label : `${label} · ${keys}`}>
    <ActionIcon aria-label={label} aria-pressed={isPressed} onClick={onClick} {...rest}>
      {children}
    </ActionIcon>
  </Tooltip>
);
