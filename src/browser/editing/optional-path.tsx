import { Collapse, Switch } from "@mantine/core";
import type { ReactNode } from "react";

interface OptionalPathProps {
  readonly label: string;
  readonly description: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Shown while it is on. */
  readonly children?: ReactNode;
}

/** Switches a way out of the step, or another option, on and off, with its settings beneath. */
export const OptionalPath = ({
  label,
  description,
  isOn,
  onChange,
  children,
}: OptionalPathProps) => (
  <div className="editing-switch" data-on={isOn || undefined}>
    <Switch
      label={label}
      description={description}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
      labelPosition="left"
      withThumbIndicator={false}
    />
    {children !== undefined && (
      <Collapse expanded={isOn}>
        <div className="editing-switch-inner">{children}</div>
      </Collapse>
    )}
  </div>
);
