/** A page and a browser for the widget's parts that tell the server about them. */
export const visitedPage = {
  page: { location: { href: "https://a.test/" }, document: { title: "", referrer: "" } },
  browser: { device: () => "desktop" as const, language: () => "en" },
};
