import { clicks, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const five = { times: 5, every: 150 };

/** Pages that answer in a way of their own, pressed quickly. Written before the rules they met first. */
export const everydayAnswers: readonly RageScenario[] = [
  {
    id: "everyday-active-only",
    description:
      "pads of a drum machine without sound, lit by :active alone, played one after the other",
    shouldFire: false,
    head: `<style>.pads{display:grid;grid-template-columns:repeat(3,28px);gap:2px}.pads button{height:28px;padding:0}.pads button:active{background:orange}</style>`,
    body: `<main><div class="pads"><button id="b"></button><button></button><button></button><button></button><button></button><button></button></div></main>`,
    act: clicks("#b", {
      times: 8,
      every: 160,
      at: [
        { x: 14, y: 14 },
        { x: 44, y: 14 },
        { x: 14, y: 44 },
      ],
    }),
  },
  {
    id: "everyday-waapi-far",
    description: "dice that are rolled by the animation API, their face drawn by the same",
    shouldFire: false,
    body: `<main><div class="table"><svg width="60" height="60"><rect id="die" width="50" height="50"/></svg></div></main><footer><button id="b">Roll</button></footer><script>
      document.getElementById("b").addEventListener("click", () => { document.getElementById("die").animate([{ transform: "rotate(0)" }, { transform: "rotate(360deg)" }], { duration: 350 }); });</script>`,
    act: clicks("#b", { times: 4, every: 220 }),
  },
  {
    id: "everyday-waapi-self",
    description:
      "clap that jumps by the animation API while the count is sent and shown at the end",
    shouldFire: false,
    body: `<article><button id="b">👏</button> <span id="n">7</span></article><script>
      let n = 7, later; const b = document.getElementById("b"); b.addEventListener("click", () => { n += 1; b.animate([{ scale: 1 }, { scale: 1.4 }, { scale: 1 }], 250); clearTimeout(later); later = setTimeout(() => { document.getElementById("n").textContent = n; }, 800); });</script>`,
    act: clicks("#b", five),
  },
  {
    id: "everyday-canvas-buttons",
    description: "falling blocks on a canvas, turned by a button below it",
    shouldFire: false,
    body: `<div id="game"><canvas width="200" height="300"></canvas><div class="pad"><button>◀</button><button id="b">⟳</button><button>▶</button></div></div><script>
      let turn = 0; const c = document.querySelector("canvas").getContext("2d"); const draw = () => { c.clearRect(0, 0, 200, 300); c.save(); c.translate(100, performance.now() / 20 % 300); c.rotate(turn); c.fillRect(-20, -10, 40, 20); c.restore(); requestAnimationFrame(draw); }; draw(); document.getElementById("b").addEventListener("click", () => { turn += Math.PI / 2; });</script>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "everyday-canvas-layer",
    description: "game on a canvas with a clear layer for the pointer above it",
    shouldFire: false,
    body: `<div style="position:relative;width:320px;height:240px"><canvas width="320" height="240"></canvas><div id="b" style="position:absolute;inset:0"></div></div><script>
      const c = document.querySelector("canvas").getContext("2d"); document.getElementById("b").addEventListener("pointerdown", (e) => { c.beginPath(); c.arc(e.offsetX, e.offsetY, 8 + Math.random() * 9, 0, 7); c.fill(); });</script>`,
    act: clicks("#b", { times: 6, every: 140 }),
  },
  {
    id: "everyday-canvas-drawing",
    description: "dots drawn on a canvas in an open shadow root",
    shouldFire: false,
    body: `<x-board id="b" style="display:block;width:300px;height:200px"></x-board><script>
      const r = document.querySelector("x-board").attachShadow({ mode: "open" }); r.innerHTML = '<canvas width="300" height="200"></canvas>'; const c = r.firstChild.getContext("2d"); r.firstChild.addEventListener("pointerdown", (e) => c.fillRect(e.offsetX, e.offsetY, 5, 5));</script>`,
    act: clicks("#b", five),
  },
  {
    id: "everyday-shadow-rating",
    description: "quantity of a web component, shown in a part of another component",
    shouldFire: false,
    body: `<x-qty></x-qty><div><x-total></x-total></div><script>
      const q = document.querySelector("x-qty").attachShadow({ mode: "open" }); q.innerHTML = '<button id="b">More</button>'; const t = document.querySelector("x-total").attachShadow({ mode: "open" }); t.innerHTML = "<p>1</p>"; let n = 1; q.querySelector("button").addEventListener("click", () => { t.querySelector("p").textContent = n += 1; });</script>`,
    act: clicks("#b", { times: 5, every: 170 }),
  },
  {
    id: "everyday-slow-network",
    description: "refresh button that turns its sign for the second that the answer takes",
    shouldFire: false,
    body: `<section><header><button id="b"><i class="icon">⟳</i> Refresh</button></header><ul id="l"><li>0</li></ul></section><script>
      let n = 0; const b = document.getElementById("b"); b.addEventListener("click", () => { b.querySelector("i").className = "icon spin" + (n += 1); const mine = n; setTimeout(() => { document.getElementById("l").innerHTML = "<li>" + mine + "</li>"; }, 350); });</script>`,
    act: clicks("#b", { times: 3, every: 260 }),
  },
  {
    id: "everyday-to-top-smooth",
    description: "to the top by a smooth scroll, pressed again on the way",
    shouldFire: false,
    body: `<main style="height:6000px"><h1>Long</h1></main><button id="b" style="position:fixed;bottom:90px;left:20px">↑</button><script>
      scrollTo(0, 4000); document.getElementById("b").addEventListener("click", () => scrollTo({ top: 0, behavior: "smooth" }));</script>`,
    act: inTurn(pause(300), clicks("#b", { times: 3, every: 180 })),
  },
  {
    id: "everyday-counter-touch",
    description: "counter of knitting rows, tapped on the whole screen",
    shouldFire: false,
    isTouch: true,
    body: `<div id="app" style="height:600px;display:grid;place-items:center"><span style="font-size:90px">0</span></div><script>
      let n = 0; document.getElementById("app").addEventListener("touchstart", () => { document.querySelector("span").firstChild.data = n += 1; });</script>`,
    act: taps("#app", { times: 5, every: 200 }),
  },
  {
    id: "everyday-idle-clicking-margin",
    description: "clicks on the empty margin of a column while reading",
    shouldFire: false,
    body: `<div class="wrap" style="padding:0 200px"><div class="column" id="b" style="min-height:400px;padding:60px"><p>Some text to read.</p></div></div>`,
    act: clicks("#b", { times: 4, every: 200, at: { x: 20, y: 300 } }),
  },
  {
    id: "everyday-close-overlay",
    description: "three dialogs closed by their backdrop",
    shouldFire: false,
    body: `<main>Page</main><div id="stack"></div><script>
      for (let i = 0; i < 4; i += 1) document.getElementById("stack").insertAdjacentHTML("beforeend", '<div class="backdrop" style="position:fixed;inset:0;background:#0003"><div role="dialog" aria-modal="true" style="margin:200px;background:white">Notice</div></div>');
      document.getElementById("stack").addEventListener("click", (e) => { if (e.target.className === "backdrop") e.target.remove(); });</script>`,
    act: clicks("#stack .backdrop", { times: 4, every: 230, at: { x: 60, y: 60 } }),
  },
];
