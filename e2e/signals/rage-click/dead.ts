import { clicks, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const five = { times: 5, every: 120 };

/** Our own pages on which somebody clicks in vain. */
export const deadScenarios: readonly RageScenario[] = [
  {
    id: "dead-slow-clicks",
    description: "three slow clicks on a dead button",
    shouldFire: true,
    body: `<main><section><button id="b">Send</button></section></main>`,
    act: clicks("#b", { times: 3, every: 360 }),
  },
  {
    id: "dead-slow-network",
    description: "the answer comes after 1.5 s",
    shouldFire: true,
    body: `<main><section><button id="b">Apply</button><p id="o"></p></section></main><script>
      document.getElementById("b").addEventListener("click", () => setTimeout(() => { document.getElementById("o").textContent = "Applied"; }, 1500));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "dead-label",
    description: "label of a field that does not exist",
    shouldFire: true,
    body: `<main><form><label id="b" for="gone">Use my shipping address</label></form></main>`,
    act: clicks("#b", { ...five, at: { x: 30, y: 8 } }),
  },
  {
    id: "dead-menu",
    description: "item of an open menu",
    shouldFire: true,
    body: `<main><ul role="menu"><li role="menuitem" tabindex="-1" id="b" style="cursor:pointer;user-select:none">Export</li><li role="menuitem" tabindex="-1">Print</li></ul></main>`,
    act: clicks("#b", { ...five, at: { x: 20, y: 8 } }),
  },
  {
    id: "dead-beside-ticker",
    description: "dead button, prices tick beside it",
    shouldFire: true,
    body: `<main><section><span id="t">0</span> <button id="b">Buy</button></section></main><script>
      setInterval(() => { document.getElementById("t").textContent = String(Math.random()); }, 90);
    </script>`,
    act: inTurn(pause(300), clicks("#b", five)),
  },
  {
    id: "dead-beside-animation",
    description: "dead button, a script moves a banner beside it",
    shouldFire: true,
    body: `<main><section><div id="t" style="width:40px">Sale</div><button id="b">Buy</button></section></main><script>
      const step = (at) => { document.getElementById("t").style.transform = "translateX(" + (at / 10) % 100 + "px)"; requestAnimationFrame(step); };
      requestAnimationFrame(step);
    </script>`,
    act: inTurn(pause(300), clicks("#b", five)),
  },
  {
    id: "dead-far-ticker",
    description: "dead button, a clock ticks in the header",
    shouldFire: true,
    body: `<header><time id="t">0</time></header><main><div><section><p><button id="b">Buy</button></p></section></div></main><script>
      setInterval(() => { document.getElementById("t").textContent = String(Math.random()); }, 250);
    </script>`,
    act: inTurn(pause(300), clicks("#b", five)),
  },
  {
    id: "dead-ripple",
    description: "a ripple where the pointer was, and nothing more",
    shouldFire: true,
    body: `<main><section><button id="b" style="position:relative;overflow:hidden;padding:12px">Continue</button></section></main><script>
      document.getElementById("b").addEventListener("pointerdown", ({ currentTarget, offsetX, offsetY }) => {
        const ripple = document.createElement("span");
        ripple.style = "position:absolute;width:20px;height:20px;left:" + offsetX + "px;top:" + offsetY + "px";
        currentTarget.append(ripple);
        setTimeout(() => ripple.remove(), 550);
      });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "dead-pressed-class",
    description: "a class while it is pressed, and nothing more",
    shouldFire: true,
    body: `<main><section><button id="b">Continue</button></section></main><script>
      const b = document.getElementById("b");
      b.addEventListener("pointerdown", () => b.classList.add("pressed"));
      b.addEventListener("pointerup", () => b.classList.remove("pressed"));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "dead-image",
    description: "picture that does not open",
    shouldFire: true,
    body: `<main><figure><img id="b" width="200" height="150" alt="" style="cursor:zoom-in"></figure></main>`,
    act: clicks("#b", five),
  },
  {
    id: "dead-void-link",
    description: "link to javascript:void(0)",
    shouldFire: true,
    body: `<main><p><a id="b" href="javascript:void(0)">Details</a></p></main>`,
    act: clicks("#b", five),
  },
  {
    id: "dead-touch-disabled",
    description: "taps around a disabled button, 35 px apart",
    shouldFire: true,
    isTouch: true,
    body: `<main><section><button id="b" disabled style="width:160px;height:80px">Pay</button></section></main>`,
    act: taps("#b", {
      ...five,
      at: [
        { x: 30, y: 40 },
        { x: 64, y: 40 },
      ],
    }),
  },
  {
    id: "dead-tracked",
    description: "a tracker notes every click in the head and by a pixel",
    shouldFire: true,
    body: `<main><section><button id="b">Redeem</button></section></main><script>
      document.addEventListener("click", () => {
        document.head.append(Object.assign(document.createElement("meta"), { name: "last-click" }));
        document.body.append(Object.assign(document.createElement("script"), { type: "text/plain", textContent: "1" }));
      });
    </script>`,
    act: clicks("#b", five),
  },
];
