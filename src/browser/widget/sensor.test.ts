import { describe, expect, it } from "vitest";
import { detectors, type Signal } from "#triggers/detectors";
import { virtualClock } from "../../testing/widget/virtual-clock.ts";
import { createSensor } from "./sensor.ts";

const entered = (at: number, path = "/pricing"): Signal => ({
  type: "page_entered",
  at,
  url: `https://a.test${path}`,
  isLoad: true,
  isVisible: true,
});
const pageView = (visible_seconds: number, url_pattern = "/pricing") => ({
  trigger_type: "page_view",
  config: { url_pattern, visible_seconds },
});

const setUp = () => {
  const clock = virtualClock();
  const fired: string[] = [];
  const sensor = createSensor(detectors, clock, (type) =>
    fired.push(`${type} at ${clock.steady()}`),
  );
  return { clock, sensor, fired };
};

describe("the sensor", () => {
  it("plays to the detectors what happened before they were armed", () => {
    const { sensor, fired } = setUp();
    sensor.take(entered(0));
    sensor.arm([pageView(0)]);
    expect(fired).toEqual(["page_view at 0"]);
  });

  it("rings the alarms detectors ask for", async () => {
    const { clock, sensor, fired } = setUp();
    sensor.arm([pageView(5)]);
    sensor.take(entered(0));
    await clock.advance(9_000);
    expect(fired).toEqual(["page_view at 5000"]);
  });

  it("reports one conclusion once, however many triggers draw it", () => {
    const { sensor, fired } = setUp();
    sensor.arm([
      pageView(0),
      pageView(0),
      { trigger_type: "chat_opened", config: { url_pattern: "" } },
      { trigger_type: "chat_opened", config: { url_pattern: "/pricing" } },
    ]);
    sensor.take(entered(0));
    sensor.take({ type: "chat_opened", at: 1, by: "visitor" });
    expect(fired).toEqual(["page_view at 0", "chat_opened at 0"]);
  });

  it("ignores triggers it does not know and configs it cannot read", () => {
    const { sensor, fired } = setUp();
    sensor.arm([
      { trigger_type: "from_the_future", config: {} },
      { trigger_type: "page_view", config: {} },
    ]);
    sensor.take(entered(0));
    expect(fired).toEqual([]);
  });

  it("leaves a broken detector out and keeps the others", () => {
    const clock = virtualClock();
    const fired: string[] = [];
    const broken = {
      type: "broken",
      arm: () => () => {
        throw new Error("broken");
      },
    };
    const sensor = createSensor([broken, ...detectors], clock, (type) => fired.push(type));
    sensor.arm([{ trigger_type: "broken", config: {} }, pageView(0)]);
    sensor.take(entered(0));
    expect(fired).toEqual(["page_view"]);
  });

  it("is silent once stopped", async () => {
    const { clock, sensor, fired } = setUp();
    sensor.arm([pageView(5)]);
    sensor.take(entered(0));
    sensor.stop();
    await clock.advance(9_000);
    expect(fired).toEqual([]);
  });
});
