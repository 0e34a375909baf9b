/** Buttons, states, times and colours that every screen shares. Knows nothing of the product. */
export { Avatar } from "./avatar.tsx";
export { type Question, useConfirm } from "./confirm.tsx";
export { EmptyState } from "./empty-state.tsx";
export { ErrorState } from "./error-state.tsx";
export { formatClock, formatDay, formatFull, formatRelative, isSameDay } from "./format-time.ts";
export { IconAction } from "./icon-action.tsx";
export { type Hue, IconTile } from "./icon-tile.tsx";
export { KeyHint } from "./key-hint.tsx";
export { LoadingState } from "./loading-state.tsx";
export { notifyDone, notifyFailed } from "./notify.ts";
export { PageHeader } from "./page-header.tsx";
export { RelativeTime } from "./relative-time.tsx";
export { StatePill, type Tone } from "./state-pill.tsx";
export { ThemeSwitch } from "./theme-switch.tsx";
export { UiProvider } from "./ui-provider.tsx";
export { useIsPhone } from "./use-is-phone.ts";
export { useNow } from "./use-now.ts";
