import type { WorkspaceId } from "#core/domain";

/** Where a logo is, below the server's address. A new upload has a new one. */
export const logoPath = (workspaceId: WorkspaceId, logoId: string): string =>
  `/widget/logos/${workspaceId}/${logoId}`;
