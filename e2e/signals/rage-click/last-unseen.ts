import { clicks, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const four = { times: 4, every: 180 };
const five = { times: 5, every: 160 };

/** Written after the rules had been changed for the everyday pages, and kept out of the tuning: what we publish is how these came out. */
export const lastUnseenScenarios: readonly RageScenario[] = [
  {
    id: "last-wishlist-icon",
    description: "heart in a grid of products that does nothing, an icon font in a custom element",
    shouldFire: true,
    body: `<div class="grid"><div class="tile"><img alt="" width="120" height="120"><app-icon id="b" style="cursor:pointer;font-size:24px">♡</app-icon></div></div>`,
    act: clicks("#b", four),
  },
  {
    id: "last-loading-layer",
    description: "grey layer with a spinner that never goes, over the form",
    shouldFire: true,
    head: `<style>@keyframes s{to{rotate:1turn}}.layer{position:fixed;inset:0;background:#fff9}.layer i{position:absolute;top:20px;left:20px;width:20px;height:20px;border:3px dotted;animation:s 1s infinite}</style>`,
    body: `<form><input name="q"><button type="button" id="b">Find</button></form><div class="layer"><i></i></div>`,
    act: clicks("#b", five),
  },
  {
    id: "last-dialog-close",
    description: "cross of a dialog whose handler fails",
    shouldFire: true,
    body: `<dialog open><header><h2>News</h2><button id="b" aria-label="Close">×</button></header><p>Text</p></dialog><script>
      document.getElementById("b").onclick = () => { window.nothing.close(); };</script>`,
    act: clicks("#b", four),
  },
  {
    id: "last-upload",
    description: "choose a file, by a label whose field was taken away",
    shouldFire: true,
    body: `<section><label for="gone" id="b" style="border:1px dashed;padding:20px;display:inline-block">Choose a file</label></section>`,
    act: clicks("#b", { times: 3, every: 230 }),
  },
  {
    id: "last-accordion",
    description: "head of an accordion whose class never changes, the arrow beside it",
    shouldFire: true,
    body: `<div class="accordion"><div class="item"><div class="head" id="b" style="display:flex;cursor:pointer;user-select:none;width:300px"><span>How long?</span><svg width="12" height="12"><path d="M0 4 6 10 12 4"/></svg></div><div class="body" hidden>Long.</div></div></div>`,
    act: clicks("#b", {
      times: 4,
      every: 200,
      at: [
        { x: 40, y: 8 },
        { x: 45, y: 8 },
      ],
    }),
  },
  {
    id: "last-swatch",
    description:
      "size that is sold out, struck through and dead, while somebody else's purchases pop up",
    shouldFire: true,
    body: `<fieldset><legend>Size</legend><label><input type="radio" name="s" disabled id="b"> XL</label></fieldset><div id="proof" style="position:fixed;bottom:0;left:0"></div><script>
      let n = 0; setInterval(() => { document.getElementById("proof").innerHTML = "<p>Somebody in Rome bought " + ++n + "</p>"; }, 500);</script>`,
    act: inTurn(pause(300), clicks("#b", five)),
  },
  {
    id: "last-touch-map-pin",
    description: "pin on a picture of a map that does not open",
    shouldFire: true,
    isTouch: true,
    body: `<div class="map" style="position:relative;width:340px;height:300px"><img alt="" width="340" height="300"><a id="b" style="position:absolute;left:100px;top:100px;width:30px;height:30px" role="button">📍</a></div>`,
    act: taps("#b", four),
  },
  {
    id: "last-validation",
    description: "next step of a form that says each time that the same field is missing",
    shouldFire: true,
    body: `<form novalidate><label>Zip <input id="zip"></label><p id="hint" role="alert" style="height:20px"></p><button id="b">Next</button></form><script>
      document.querySelector("form").addEventListener("submit", (e) => { e.preventDefault(); document.getElementById("hint").textContent = "Zip is missing"; });</script>`,
    act: clicks("#b", { times: 5, every: 210 }),
  },
  {
    id: "last-play",
    description: "play sign over a film that is not there",
    shouldFire: true,
    body: `<div class="player" style="position:relative;width:320px;height:180px"><video width="320" height="180"></video><button id="b" style="position:absolute;left:140px;top:70px">▶</button></div><script>
      document.getElementById("b").addEventListener("click", () => { document.querySelector("video").play().catch(() => {}); });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "last-pressed-look",
    description:
      "dead button of a design system that shrinks while it is held, by the animation API",
    shouldFire: true,
    body: `<div class="bar"><button id="b">Apply code</button></div><script>
      const b = document.getElementById("b"); b.addEventListener("pointerdown", () => b.animate([{ scale: 1 }, { scale: 0.95 }], { duration: 80, fill: "forwards" })); b.addEventListener("pointerup", () => b.animate([{ scale: 0.95 }, { scale: 1 }], { duration: 80, fill: "forwards" }));</script>`,
    act: clicks("#b", five),
  },
  {
    id: "last-quantity-minus",
    description: "minus in a cart whose sum comes from the server after 300 ms, four times",
    shouldFire: false,
    body: `<table><tr><td>Lamp</td><td><button id="b">−</button><input value="9" size="2" id="q"></td></tr></table><aside><p>Sum <b id="sum">81</b></p></aside><script>
      const q = document.getElementById("q"); document.getElementById("b").addEventListener("click", () => { q.value = q.value - 1; const mine = q.value; setTimeout(() => { document.getElementById("sum").textContent = mine * 9; }, 300); });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "last-metronome",
    description: "tap the tempo, the number is set after the second tap and then changes little",
    shouldFire: false,
    body: `<main><button id="b" style="width:120px;height:80px">Tap</button><p><output id="o">–</output> bpm</p></main><script>
      let last; document.getElementById("b").addEventListener("pointerdown", (e) => { if (last) document.getElementById("o").textContent = Math.round(600000 / (e.timeStamp - last)) / 10; last = e.timeStamp; });</script>`,
    act: clicks("#b", { times: 6, every: 300 }),
  },
  {
    id: "last-clicker-game",
    description: "cookie of a clicker game, the count drawn by frames",
    shouldFire: false,
    body: `<div id="game"><h1 id="n">0 cookies</h1><div id="b" style="width:120px;height:120px;border-radius:60px;background:#a63;cursor:pointer"></div></div><script>
      let n = 0, shown = 0; document.getElementById("b").addEventListener("mousedown", () => { n += 1; }); const tick = () => { if (shown < n) { shown = n; document.getElementById("n").textContent = n + " cookies"; } requestAnimationFrame(tick); }; tick();</script>`,
    act: clicks("#b", { times: 9, every: 110 }),
  },
  {
    id: "last-chart-far",
    description: "chart on a canvas that is drawn anew at every press of a button in the head",
    shouldFire: false,
    body: `<header><nav><div><button id="b">Next week</button></div></nav></header><main><section><canvas width="300" height="200"></canvas></section></main><script>
      let n = 0; const c = document.querySelector("canvas").getContext("2d"); document.getElementById("b").addEventListener("click", () => { n += 1; requestAnimationFrame(() => { c.clearRect(0, 0, 300, 200); c.fillRect(n * 10, 20, 30, 100); }); });</script>`,
    act: clicks("#b", { times: 4, every: 220 }),
  },
  {
    id: "last-speech",
    description: "hear a word again, spoken by an Audio object",
    shouldFire: false,
    body: `<article><h2>Wort</h2><button id="b" aria-label="Listen"><svg width="16" height="16"><path d="M0 5h4l6-5v16l-6-5H0z"/></svg></button></article><script>
      const sound = new Audio("data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="); document.getElementById("b").addEventListener("click", () => { sound.currentTime = 0; sound.play().catch(() => {}); });</script>`,
    act: clicks("#b", { times: 4, every: 240 }),
  },
  {
    id: "last-code-region",
    description: "triple click on a line in a region that scrolls by keyboard",
    shouldFire: false,
    body: `<article><pre id="b" tabindex="0" style="line-height:24px;overflow:auto;width:300px">docker compose up --detach --wait --quiet-pull
docker ps</pre></article>`,
    act: clicks("#b", { times: 3, every: 130, at: { x: 60, y: 12 } }),
  },
  {
    id: "last-virtual-list",
    description: "jump in a list that shows a window of its rows, by a translated layer",
    shouldFire: false,
    body: `<div class="list" style="height:120px;overflow:hidden"><div class="rows" style="transform:translateY(0px)"></div></div><div class="side"><button id="b">▼</button></div><script>
      let at = 0; const draw = () => { const rows = document.querySelector(".rows"); rows.style.transform = "translateY(" + at * -4 + "px)"; rows.innerHTML = Array.from({ length: 6 }, (_, i) => "<div>Row " + (at + i) + "</div>").join(""); }; draw(); document.getElementById("b").addEventListener("click", () => { at += 6; queueMicrotask(draw); });</script>`,
    act: clicks("#b", five),
  },
  {
    id: "last-undo",
    description: "undo in an editor of blocks, kept in another web component",
    shouldFire: false,
    body: `<x-tools></x-tools><main><x-page></x-page></main><script>
      const t = document.querySelector("x-tools").attachShadow({ mode: "open" }); t.innerHTML = '<div role="toolbar"><button id="b">↶</button></div>'; const p = document.querySelector("x-page").attachShadow({ mode: "open" }); p.innerHTML = "<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p>"; t.querySelector("button").addEventListener("click", () => p.lastChild?.remove());</script>`,
    act: clicks("#b", { times: 5, every: 170 }),
  },
  {
    id: "last-reactions",
    description: "applause that throws small hearts in the air, each an empty element with a class",
    shouldFire: false,
    head: `<style>.fly{position:absolute;width:8px;height:8px;background:red;animation:up .6s forwards}@keyframes up{to{translate:0 -60px;opacity:0}}</style>`,
    body: `<div class="room"><video width="200" height="100"></video><div class="air" style="position:relative;height:80px"></div><div class="bar"><button id="b">♥</button></div></div><script>
      document.getElementById("b").addEventListener("click", () => { const one = document.createElement("span"); one.className = "fly"; one.style.left = Math.random() * 90 + "%"; document.querySelector(".air").append(one); one.addEventListener("animationend", () => one.remove()); });</script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "last-touch-stepper",
    description: "plus on a phone, the number in a bar that sticks to the bottom",
    shouldFire: false,
    isTouch: true,
    body: `<main><section class="item"><div class="row"><span>Tea</span><button id="b" style="width:44px;height:44px">+</button></div></section></main><div class="bar" style="position:fixed;bottom:0"><strong>0 items</strong></div><script>
      let n = 0; document.getElementById("b").addEventListener("touchend", (e) => { e.preventDefault(); n += 1; document.querySelector(".bar strong").innerText = n + " items"; });</script>`,
    act: taps("#b", five),
  },
];
