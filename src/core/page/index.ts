/** URL patterns and page addresses: shared by sensor, server and builder. Imports nothing and knows neither DOM nor URL object. */
export * from "./is-test-page.ts";
export * from "./page-address.ts";
export * from "./url-pattern.ts";
