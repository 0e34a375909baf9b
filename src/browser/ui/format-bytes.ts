const kilo = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const mega = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Says a size as people do: kB below a million bytes, else MB. */
export const formatBytes = (bytes: number): string =>
  bytes < 999_500
    ? `${kilo.format(Math.max(1, bytes / 1_000))} kB`
    : `${mega.format(bytes / 1_000_000)} MB`;
