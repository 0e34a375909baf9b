import { Select } from "@mantine/core";
import { SearchField } from "../runs/search-field.tsx";
import type { ListAddress } from "./list-filter.ts";

interface ListFiltersProps {
  readonly address: ListAddress;
  readonly folders: readonly string[];
  readonly onChange: (change: {
    readonly [Name in keyof ListAddress]?: ListAddress[Name] | undefined;
  }) => void;
}

/** Narrows the list of workflows; what is chosen stands in the address. */
export const ListFilters = ({ address, folders, onChange }: ListFiltersProps) => (
  <div className="builder-filters" role="search" aria-label="Narrow the list of workflows">
    <SearchField
      label="Find a workflow"
      value={address.search}
      onChange={(search) => onChange({ search })}
    />
    <Select
      size="xs"
      aria-label="State"
      placeholder="Live and drafts"
      clearable
      data={[
        { value: "live", label: "Live" },
        { value: "draft", label: "Not live" },
      ]}
      value={address.state ?? null}
      onChange={(value) =>
        onChange({ state: value === "live" || value === "draft" ? value : undefined })
      }
    />
    {(folders.length > 0 || address.folder !== undefined) && (
      <Select
        size="xs"
        aria-label="Folder"
        placeholder="All folders"
        clearable
        data={[...new Set([...folders, ...(address.folder === undefined ? [] : [address.folder])])]}
        value={address.folder ?? null}
        onChange={(value) => onChange({ folder: value ?? undefined })}
      />
    )}
  </div>
);
