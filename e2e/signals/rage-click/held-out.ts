import { clicks, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const five = { times: 5, every: 125 };

/**
 * Written when the code had been frozen, and not used for tuning it since: what these show is what pages will show that nobody tried.
 */
export const heldOutScenarios: readonly RageScenario[] = [
  {
    id: "held-coupon",
    description: "dead button of a coupon form that has an error message already",
    shouldFire: true,
    body: `<main><form onsubmit="return false"><input value="SUMMER"><button type="button" id="b">Apply</button><p role="alert">This code is not valid.</p></form></main>`,
    act: clicks("#b", five),
  },
  {
    id: "held-tile",
    description: "tile of a product that does not open, three clicks on its picture",
    shouldFire: true,
    body: `<main><ul><li style="cursor:pointer;user-select:none"><img id="b" width="120" height="90" alt=""><h3>Lamp</h3></li></ul></main>`,
    act: clicks("#b", { times: 3, every: 250 }),
  },
  {
    id: "held-countdown",
    description: "dead button under a countdown of seconds",
    shouldFire: true,
    body: `<main><section><p>Ends in <b id="t">60</b> s</p><button id="b">Reserve</button></section></main><script>
      let left = 60;
      setInterval(() => { document.getElementById("t").textContent = String(--left); }, 1000);
    </script>`,
    act: inTurn(pause(250), clicks("#b", { times: 6, every: 120 })),
  },
  {
    id: "held-progress",
    description: "dead cancel button beside a bar that fills by itself",
    shouldFire: true,
    body: `<main><div><div style="width:300px"><div id="t" style="height:8px;background:teal;width:0"></div></div><button id="b">Cancel</button></div></main><script>
      let done = 0;
      setInterval(() => { done = (done + 1) % 100; document.getElementById("t").style.width = done + "%"; }, 50);
    </script>`,
    act: inTurn(pause(200), clicks("#b", five)),
  },
  {
    id: "held-close",
    description: "close sign of a banner, an icon in a span, dead",
    shouldFire: true,
    body: `<main><aside style="position:relative;padding:20px">Free shipping<span id="b" aria-label="Close" style="position:absolute;inset-inline-end:4px;top:4px"><svg width="16" height="16"><path d="M0 0h16v16z"/></svg></span></aside></main>`,
    act: clicks("#b", five),
  },
  {
    id: "held-fieldset",
    description: "button in a disabled fieldset",
    shouldFire: true,
    body: `<main><form><fieldset disabled><button id="b"><span>Continue</span></button></fieldset></form></main>`,
    act: clicks("#b", five),
  },
  {
    id: "held-touch-tab",
    description: "taps on a tab that does not switch",
    shouldFire: true,
    isTouch: true,
    body: `<main><div role="tablist"><div role="tab" tabindex="0" id="b" style="padding:14px">Reviews</div><div role="tab" tabindex="-1">Questions</div></div></main>`,
    act: taps("#b", { times: 4, every: 200 }),
  },
  {
    id: "held-late-half",
    description: "works once, then the connection is gone",
    shouldFire: true,
    body: `<main><section><button id="b">Load more</button><ol id="l"></ol></section></main><script>
      let isOnline = true;
      document.getElementById("b").addEventListener("click", () => {
        if (isOnline) document.getElementById("l").append(document.createElement("li"));
        isOnline = false;
      });
    </script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "held-shadow-host",
    description: "dead button in nested shadow roots beside a ticking clock in the page",
    shouldFire: true,
    body: `<p id="t">0</p><main><my-page id="p"></my-page></main><script>
      const inner = document.createElement("my-card");
      document.getElementById("p").attachShadow({ mode: "open" }).append(inner);
      inner.attachShadow({ mode: "open" }).innerHTML = "<section><button id='b'>Book</button></section>";
      setInterval(() => { document.getElementById("t").textContent = String(Date.now()); }, 330);
    </script>`,
    act: inTurn(pause(200), clicks("#b", five)),
  },
  {
    id: "held-hover",
    description: "dead button whose row follows the mouse with a class",
    shouldFire: true,
    body: `<main><table><tr id="r"><td><button id="b" style="width:120px">Delete</button></td></tr></table></main><script>
      document.getElementById("r").addEventListener("mousemove", ({ currentTarget, clientX }) => { currentTarget.dataset.x = String(clientX); });
    </script>`,
    act: clicks("#b", {
      ...five,
      at: [40, 46, 42, 48, 44].map((x) => ({ x, y: 10 })),
    }),
  },
  {
    id: "held-quantity",
    description: "quantity goes down to one and stays, four clicks of which three count",
    shouldFire: false,
    body: `<main><div><button id="b">−</button><input id="n" value="4" readonly size="2"></div></main><script>
      document.getElementById("b").addEventListener("click", () => {
        const n = document.getElementById("n");
        n.value = String(Math.max(1, Number(n.value) - 1));
        n.setAttribute("value", n.value);
      });
    </script>`,
    act: clicks("#b", { times: 4, every: 150 }),
  },
  {
    id: "held-number-field",
    description: "spinner of a number field",
    shouldFire: false,
    body: `<main><form><input type="number" id="b" value="1" style="width:120px;height:30px"></form></main>`,
    act: clicks("#b", { times: 5, every: 150, at: { x: 112, y: 8 } }),
  },
  {
    id: "held-stars",
    description: "rating with stars, tried out",
    shouldFire: false,
    body: `<main><div id="s">${[1, 2, 3].map((n) => `<span role="radio" tabindex="0" class="star" id="b${n}" style="font-size:20px">☆</span>`).join("")}</div></main><script>
      document.querySelectorAll(".star").forEach((star, index, stars) => star.addEventListener("click", () =>
        stars.forEach((one, at) => one.setAttribute("aria-checked", String(at <= index)))));
    </script>`,
    act: async (page) => {
      for (const n of [1, 2, 3, 2])
        await inTurn(clicks(`#b${n}`, { times: 1, every: 0 }), pause(100))(page);
    },
  },
  {
    id: "held-virtual-list",
    description: "arrow of a list that renders by frames",
    shouldFire: false,
    body: `<main><div><div id="list" style="height:100px;overflow:hidden"></div><button id="b">▼</button></div></main><script>
      let first = 0, isPlanned = false;
      const render = () => { isPlanned = false; document.getElementById("list").replaceChildren(...Array.from({ length: 5 }, (_, n) => Object.assign(document.createElement("div"), { textContent: "Row " + (first + n) }))); };
      document.getElementById("b").addEventListener("click", () => { first += 1; if (!isPlanned) requestAnimationFrame(render); isPlanned = true; });
      render();
    </script>`,
    act: clicks("#b", { times: 7, every: 110 }),
  },
  {
    id: "held-optimistic",
    description: "like button, taken back by the server after 600 ms",
    shouldFire: false,
    body: `<main><article><button id="b" aria-pressed="false">♥ <i id="n">9</i></button></article></main><script>
      let likes = 9;
      document.getElementById("b").addEventListener("click", () => {
        likes += 1;
        document.getElementById("n").textContent = String(likes);
        setTimeout(() => { likes -= 1; document.getElementById("n").textContent = String(likes); }, 600);
      });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "held-dialog",
    description: "help that opens over the page, and goes by a second click",
    shouldFire: false,
    body: `<main><p><button id="b">?</button></p></main><dialog id="d" style="pointer-events:none">Help</dialog><script>
      document.getElementById("b").addEventListener("click", () => { const d = document.getElementById("d"); if (d.open) d.close(); else d.show(); });
    </script>`,
    act: clicks("#b", { times: 4, every: 200 }),
  },
  {
    id: "held-popover",
    description: "popover of the browser, without a script",
    shouldFire: false,
    body: `<main><p><button id="b" popovertarget="d">Info</button></p></main><div id="d" popover="manual">Info</div>`,
    act: clicks("#b", { times: 4, every: 200, at: { x: 4, y: 4 } }),
  },
  {
    id: "held-radio-cards",
    description: "checkbox cards, ticked by CSS alone",
    shouldFire: false,
    head: "<style>input{position:absolute;opacity:0}input:checked+span{background:gold}</style>",
    body: `<main><form><label id="b"><input type="checkbox"><span style="display:inline-block;width:120px;height:40px;user-select:none">Gift wrap</span></label></form></main>`,
    act: clicks("#b span", { times: 4, every: 180 }),
  },
  {
    id: "held-ads",
    description: "gallery that works while ads change around it",
    shouldFire: false,
    body: `<main><div><aside id="t"></aside><figure><img id="i" width="200" height="80" alt=""><button id="b">›</button></figure></div></main><script>
      setInterval(() => { document.getElementById("t").innerHTML = "<em>Ad " + Math.random() + "</em>"; }, 200);
      let n = 0;
      document.getElementById("b").addEventListener("click", () => { document.getElementById("i").setAttribute("data-slide", String(++n)); });
    </script>`,
    act: inTurn(pause(200), clicks("#b", { times: 6, every: 160 })),
  },
  {
    id: "held-undo",
    description: "undo, which changes a drawing in SVG far away",
    shouldFire: false,
    body: `<header><div><div><button id="b">Undo</button></div></div></header><main><div><div><svg width="200" height="100" id="s">${"<circle r='4'/>".repeat(9)}</svg></div></div></main><script>
      document.getElementById("b").addEventListener("click", () => setTimeout(() => document.getElementById("s").lastElementChild?.remove(), 20));
    </script>`,
    act: clicks("#b", { times: 5, every: 150 }),
  },
  {
    id: "held-double-clicks",
    description: "double clicks on two words",
    shouldFire: false,
    body: `<main><p id="b">Returns are free within thirty days of delivery.</p></main>`,
    act: inTurn(
      clicks("#b", { times: 2, every: 90, at: { x: 20, y: 8 } }),
      pause(150),
      clicks("#b", { times: 2, every: 90, at: { x: 45, y: 8 } }),
    ),
  },
  {
    id: "held-game",
    description: "game drawn on a canvas, buttons beside it",
    shouldFire: false,
    body: `<main><section><canvas width="200" height="120"></canvas><p><button id="b">Jump</button></p></section></main>`,
    act: clicks("#b", { times: 8, every: 110 }),
  },
  {
    id: "held-top",
    description: "back to the top, a few times because it is slow",
    shouldFire: false,
    body: `<main style="height:4000px"><p>Top</p></main><p style="position:fixed;bottom:20px"><button id="b">↑</button></p><script>
      scrollTo(0, 3000);
      document.getElementById("b").addEventListener("click", () => scrollTo({ top: 0, behavior: "smooth" }));
    </script>`,
    act: clicks("#b", { times: 3, every: 120 }),
  },
  {
    id: "held-drags",
    description: "short drags on a picture",
    shouldFire: false,
    body: `<main><figure><div id="b" style="width:300px;height:200px;background:#ddd"></div></figure></main>`,
    act: async (page) => {
      for (let done = 0; done < 5; done += 1) {
        await page.mouse.move(100, 100);
        await page.mouse.down();
        await page.mouse.move(130, 100);
        await page.mouse.up();
        await page.waitForTimeout(60);
      }
    },
  },
];
