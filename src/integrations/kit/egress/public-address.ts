import { BlockList, isIP } from "node:net";

/**
 * IPv4 networks that are not the public internet, from the IANA special-purpose registry (2025):
 * this network, private, shared, loopback, link-local with the metadata services of clouds, protocol assignments,
 * documentation, 6to4 relays, benchmarking, multicast, reserved and broadcast.
 */
const NOT_PUBLIC_4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** Of IPv6 only global unicast is public, and not these parts of it: protocol assignments with Teredo, documentation, 6to4. */
const PUBLIC_6 = [["2000::", 3]] as const;
const NOT_PUBLIC_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

/**
 * Tells whether an IP address belongs to the public internet. Addresses that carry an IPv4 address inside (mapped, compatible,
 * 6to4, NAT64, Teredo) are not public whatever they carry: nobody who means well names a host that way.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ""] = address.split("%"); // a zone belongs to a link-local address
  switch (isIP(bare)) {
    case 4:
      return !listOf(NOT_PUBLIC_4, "ipv4").check(bare, "ipv4");
    case 6:
      return (
        listOf(PUBLIC_6, "ipv6").check(bare, "ipv6") &&
        !listOf(NOT_PUBLIC_6, "ipv6").check(bare, "ipv6")
      );
    default:
      return false;
  }
}

function listOf(
  networks: readonly (readonly [string, number])[],
  family: "ipv4" | "ipv6",
): BlockList {
  const list = new BlockList();
  for (const [network, bits] of networks) list.addSubnet(network, bits, family);
  return list;
}
