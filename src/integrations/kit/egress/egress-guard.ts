import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { ProviderError } from "../provider-error.ts";
import { isPublicAddress } from "./public-address.ts";

/** Where a request really goes. */
interface Destination {
  readonly hostname: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** What the connection resolves names with; it refuses what it must at the moment of connecting. */
  readonly lookup: LookupFunction;
}

/** Decides which machines may be talked to. */
export interface EgressGuard {
  /** @throws ProviderError `address_refused` for an address that must not be called. */
  admit(url: URL): Destination;
  /** Tells whether a host is called by another name here: a shop that only exists on this machine. */
  isStandIn(host: string): boolean;
}

export interface EgressRules {
  /** `host` or `host:port` of the operator's own network that may be called, also without TLS. */
  readonly allowedHosts: readonly string[];
  /** Hosts that only exist on this machine, each with the port it listens on at 127.0.0.1. */
  readonly standIns?: ReadonlyMap<string, number>;
  readonly resolve?: Resolve;
}

type Resolve = (
  hostname: string,
  options: { all: true },
  then: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Makes the guard that every request of every integration passes, at each redirect again. A name is resolved once and the
 * connection goes to the very addresses that were looked at, so that a name cannot point elsewhere a moment later.
 */
export function createEgressGuard(rules: EgressRules): EgressGuard {
  const { standIns = new Map<string, number>(), resolve = systemLookup } = rules;
  const allowed = new Set(rules.allowedHosts.map((host) => host.toLowerCase()));
  const isAllowed = (url: URL) => allowed.has(url.hostname) || allowed.has(url.host);
  return {
    isStandIn: (host) => standIns.has(host.toLowerCase()),
    admit(url) {
      if (url.username !== "" || url.password !== "")
        throw refused(url, "an address must not hold a name or password");
      const standIn = standIns.get(url.hostname);
      if (standIn !== undefined)
        return {
          hostname: "127.0.0.1",
          port: standIn,
          isSecure: false,
          lookup: guardedLookup(resolve, () => false),
        };
      const isOwn = isAllowed(url);
      if (url.protocol !== "https:" && !(url.protocol === "http:" && isOwn))
        throw refused(url, "only https is allowed");
      const hostname = url.hostname.replace(/^\[|\]$/g, "");
      if (isIP(hostname) !== 0 && !isOwn && !isPublicAddress(hostname))
        throw refused(url, "it is not an address of the public internet");
      return {
        hostname,
        port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port),
        isSecure: url.protocol === "https:",
        lookup: guardedLookup(resolve, (address) => isOwn || isPublicAddress(address)),
      };
    },
  };
}

/** One private address among public ones is enough to refuse: which of them is taken is not ours to choose. */
const guardedLookup =
  (resolve: Resolve, mayCall: (address: string) => boolean): LookupFunction =>
  (hostname, options, then) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error !== null) return then(error, "", 0);
      const [first] = addresses;
      const wrong = addresses.find(({ address }) => !mayCall(address));
      if (first === undefined || wrong !== undefined)
        return then(
          new EgressRefusal(`${hostname} does not lead to an address of the public internet`),
          "",
          0,
        );
      if (options.all === true) return then(null, addresses);
      return then(null, first.address, first.family);
    });
  };

/** What the look-up of a connection fails with; a request that meets it was never sent. */
export class EgressRefusal extends Error {}

const refused = (url: URL, why: string) =>
  new ProviderError(
    "address_refused",
    `${url.host === "" ? "This address" : url.host} may not be called: ${why}.`,
    {
      outcome: "failed",
    },
  );
