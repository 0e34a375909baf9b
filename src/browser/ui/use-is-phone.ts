import { useMediaQuery } from "@mantine/hooks";

/** Whether screens stack instead of standing side by side. */
export const useIsPhone = () =>
  useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false }) === true;
