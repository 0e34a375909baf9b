import { TooManyRequests } from "#server/commands";
import type { Clock } from "#server/platform";

/** How often something may be done: `burst` at once, then `perMinute` on and on. */
interface Allowance {
  readonly burst: number;
  readonly perMinute: number;
}

const allowances = {
  loginPerAddress: { burst: 30, perMinute: 10 },
  loginPerEmail: { burst: 8, perMinute: 2 },
  visitPerAddress: { burst: 60, perMinute: 60 }, // an office behind one address opens many pages
  widgetPerAddress: { burst: 300, perMinute: 600 },
  widgetPerVisitor: { burst: 120, perMinute: 300 },
  identifyPerVisitor: { burst: 20, perMinute: 20 },
  startWorkflowPerVisitor: { burst: 10, perMinute: 10 },
  uploadPerAddress: { burst: 60, perMinute: 60 },
  uploadPerVisitor: { burst: 20, perMinute: 20 },
  hookPerAddress: { burst: 120, perMinute: 600 },
  hookPerWorkflow: { burst: 300, perMinute: 1_200 },
  apiPerCaller: { burst: 2_000, perMinute: 12_000 },
} as const satisfies Record<string, Allowance>;

type LimitName = keyof typeof allowances;

/** Counts per name and key, in this process; each process of several has its own count. */
export interface RequestLimits {
  /** Takes one; @throws TooManyRequests when there is none left. */
  take(name: LimitName, key: string): void;
}

// this machine itself: tools, or a proxy we were not told of, behind which everybody has this address
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const MOST_KEYS = 50_000; // a spray from many addresses costs a few megabytes at most

interface Bucket {
  left: number;
  filledAt: number;
}

/** Makes the counters: token buckets, the longest untouched forgotten first. */
export function createRequestLimits(clock: Clock): RequestLimits {
  const buckets = new Map<string, Bucket>();
  return {
    take(name, key) {
      if (name.endsWith("PerAddress") && LOOPBACK.test(key)) return;
      const { burst, perMinute } = allowances[name];
      const now = clock.now().getTime();
      const id = `${name} ${key}`;
      const bucket = buckets.get(id) ?? { left: burst, filledAt: now };
      const left = Math.min(burst, bucket.left + ((now - bucket.filledAt) / 60_000) * perMinute);
      buckets.delete(id);
      buckets.set(id, { left: Math.max(0, left - 1), filledAt: now });
      if (buckets.size > MOST_KEYS) forgetOldest(buckets);
      if (left < 1) throw new TooManyRequests(Math.ceil(((1 - left) / perMinute) * 60));
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}
