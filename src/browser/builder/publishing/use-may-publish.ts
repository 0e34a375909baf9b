import { useMe } from "#browser/data";

/** Whether who is signed in may publish and take down; true until that is known. */
export function useMayPublish(): boolean {
  const me = useMe().data;
  return me == null || me.permissions.includes("workflows.publish");
}
