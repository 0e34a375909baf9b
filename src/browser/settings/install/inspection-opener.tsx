import { explainError, useOpenInspection } from "#browser/data";
import { Anchor, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";

/** Makes a link to a page of the site with the inspector on it; it is shown, since a browser may stop a tab that opens by itself. */
export const InspectionOpener = () => {
  const [url, setUrl] = useState(`${window.location.origin}/demo/`);
  const opening = useOpenInspection();
  const open = (event: FormEvent): void => {
    event.preventDefault();
    opening.mutate(url);
  };
  return (
    <form className="settings-fields" onSubmit={open}>
      <TextInput
        label="Page to inspect"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={opening.error === null ? undefined : explainError(opening.error)}
      />
      <div className="settings-row">
        <Button type="submit" variant="default" loading={opening.isPending}>
          Make a link
        </Button>
        {opening.data !== undefined && (
          <Anchor href={opening.data.link} target="_blank" rel="noreferrer">
            Open the page with the inspector
          </Anchor>
        )}
      </div>
    </form>
  );
};
