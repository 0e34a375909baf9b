/** The team's side as one page: shell, addresses, sign-in. Its entry for the browser is main.tsx. */
export { router } from "./router.tsx";
