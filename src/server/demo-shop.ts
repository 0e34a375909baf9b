import type { Demo } from "#integrations";
import { demoOrders, startFakeShop } from "#integrations/shopify";
import { signToken, systemClock } from "#server/platform";

/** A pretended shop on this machine, so that a demo needs no account. */
export interface DemoShop {
  readonly integration: string;
  /** A name of the kind that is nobody's (RFC 6761): outside the demo it leads nowhere. */
  readonly host: string;
  readonly port: number;
  readonly demo: Demo;
  close(): Promise<void>;
}

const HOST = "demo-shop.test";
const NAME = "Ridgeline Outfitters (demo shop)";

/** Starts the demo shop at a free port of 127.0.0.1; its token is the same at every start of this server. */
export async function startDemoShop(secretKey: string): Promise<DemoShop> {
  const token = `shpat_demo_${signToken(secretKey, "demo shop").slice(0, 24)}`;
  const shop = await startFakeShop({
    token,
    stock: () => ({ name: NAME, orders: demoOrders(systemClock.now().getTime()) }),
  });
  return {
    integration: "shopify",
    host: HOST,
    port: shop.port,
    demo: { label: NAME, values: { shop: HOST, admin_token: token } },
    close: () => shop.close(),
  };
}
