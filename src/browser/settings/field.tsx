import { Input } from "@mantine/core";
import type { ReactNode } from "react";

/** Label and explanation around a control that brings none of its own. */
export const Field = ({
  label,
  description,
  error,
  children,
}: {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}) => (
  <Input.Wrapper label={label} description={description} error={error} labelElement="div">
    <div className="settings-control">{children}</div>
  </Input.Wrapper>
);
