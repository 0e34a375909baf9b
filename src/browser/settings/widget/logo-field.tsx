import { explainError, useWidgetLogo } from "#browser/data";
import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { Field } from "../field.tsx";

const mostBytes = 100_000;

/** The picture in the panel's head; it is kept at once, not with the other settings. */
export const LogoField = ({ path }: { path: string | null }) => {
  const logo = useWidgetLogo();
  const [problem, setProblem] = useState<string | null>(null);
  const upload = (file: File | null): void => {
    if (file === null) return;
    if (file.size > mostBytes) return setProblem("This picture is larger than 100 kB.");
    setProblem(null);
    void readBase64(file).then(
      (data) => logo.mutate(data),
      () => setProblem("This file could not be read."),
    );
  };
  return (
    <Field
      label="Logo"
      description="PNG or JPEG, at most 100 kB; shown small and round in the panel's head. Kept at once."
      error={problem ?? (logo.error === null ? undefined : explainError(logo.error))}
    >
      <div className="settings-logo">
        {path === null ? (
          <span className="settings-logo-none" aria-hidden />
        ) : (
          <img src={path} alt="The logo as it is now" width={44} height={44} />
        )}
        <FileButton onChange={upload} accept="image/png,image/jpeg">
          {(props) => (
            <Button {...props} variant="default" loading={logo.isPending}>
              {path === null ? "Choose a picture" : "Replace"}
            </Button>
          )}
        </FileButton>
        {path !== null && (
          <Button variant="subtle" color="gray" onClick={() => logo.mutate(null)}>
            Remove
          </Button>
        )}
      </div>
    </Field>
  );
};

const readBase64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
};
