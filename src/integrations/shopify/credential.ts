import type { CredentialField, CredentialValues, Reach, ReadCredential } from "#integrations/kit";

export const credentialFields: readonly CredentialField[] = [
  {
    name: "shop",
    title: "Shop domain",
    isSecret: false,
    placeholder: "your-shop.myshopify.com",
    help: "The address that ends with myshopify.com, as it stands in Shopify under Settings → Domains.",
  },
  {
    name: "admin_token",
    title: "Admin API access token",
    isSecret: true,
    placeholder: "shpat_…",
    help: "In Shopify: Settings → Apps → Develop apps → your app → API credentials. It needs read_orders and read_customers.",
  },
];

const SHOP = /^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/; // a token must not go to whatever address somebody writes
const TOKEN = /^[\x21-\x7e]{16,255}$/; // of today's tokens, with room for tomorrow's

/** Takes the shop's domain in any of the spellings people copy it in, and a token that can be one. */
export function readCredential(filledIn: CredentialValues, { guard }: Reach): ReadCredential {
  const shop = toShopDomain(filledIn["shop"] ?? "");
  if (!SHOP.test(shop) && !guard.isStandIn(shop))
    return {
      ok: false,
      field: "shop",
      message: "write the domain that ends with myshopify.com, such as your-shop.myshopify.com",
    };
  const token = (filledIn["admin_token"] ?? "").trim();
  if (token.startsWith("shpss_"))
    return {
      ok: false,
      field: "admin_token",
      message: "this is the app's API secret key; the Admin API access token begins with shpat_",
    };
  if (!TOKEN.test(token))
    return {
      ok: false,
      field: "admin_token",
      message: "paste the Admin API access token; it begins with shpat_",
    };
  return { ok: true, values: { shop, admin_token: token } };
}

/** `https://Your-Shop.myshopify.com/admin`, `admin.shopify.com/store/your-shop` and `your-shop` all mean one shop. */
export function toShopDomain(text: string): string {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "");
  const ofAdmin = /^admin\.shopify\.com\/store\/([^/?#]+)/.exec(bare)?.[1];
  if (ofAdmin !== undefined) return `${ofAdmin}.myshopify.com`;
  const [host = ""] = bare.split(/[/?#]/);
  return /^[a-z0-9-]+$/.test(host) ? `${host}.myshopify.com` : host;
}
