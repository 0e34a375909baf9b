/** Whether a page was opened to try things out: its address asks for it by `?switchboard_test`, with or without a value. */
export const isTestPage = (url: string): boolean => {
  const [beforeFragment = ""] = url.split("#", 1);
  const query = beforeFragment.slice(beforeFragment.indexOf("?") + 1);
  return (
    beforeFragment.includes("?") &&
    query.split("&").some((part) => part.split("=", 1)[0] === "switchboard_test")
  );
};
