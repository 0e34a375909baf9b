import { notifications } from "@mantine/notifications";

const closeButtonProps = { "aria-label": "Close this message" };

/** Says at the corner that something was done. */
export const notifyDone = (message: string) =>
  notifications.show({ message, color: "petrol", autoClose: 3_000, closeButtonProps });

/** Says at the corner that something failed, and why; stays long enough to be read. */
export const notifyFailed = (title: string, message: string) =>
  notifications.show({ title, message, color: "red", autoClose: 8_000, closeButtonProps });
