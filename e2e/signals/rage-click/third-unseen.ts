import { clicks, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const four = { times: 4, every: 190 };
const five = { times: 5, every: 150 };

/** Written after the rules had been changed twice, and met by them once before they were frozen: the other half of what we publish. */
export const thirdUnseenScenarios: readonly RageScenario[] = [
  {
    id: "third-filter-chip",
    description: "chip of a filter that does not take, with a tooltip that opens on hover",
    shouldFire: true,
    body: `<div class="chips"><span class="chip" id="b" style="cursor:pointer;padding:6px;border:1px solid">Blue</span> <span class="chip">Red</span></div><div id="tip" role="tooltip" hidden>Colour</div><script>
      document.getElementById("b").addEventListener("mouseenter", () => { document.getElementById("tip").hidden = false; });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "third-coupon",
    description: "apply a coupon: the button is grey for a moment, then the same as before",
    shouldFire: true,
    body: `<div class="coupon"><input value="SAVE10"><button id="b">Apply</button></div>`,
    act: clicks("#b", five),
  },
  {
    id: "third-mail-link",
    description: "words in a footer that look like links, three clicks",
    shouldFire: true,
    body: `<footer><ul><li><u id="b">Imprint</u></li><li><u>Privacy</u></li></ul></footer>`,
    act: clicks("#b", { times: 4, every: 240 }),
  },
  {
    id: "third-slide-arrow",
    description: "arrow of slides that turn by themselves every 700 ms, itself dead",
    shouldFire: true,
    body: `<section class="hero"><div class="track"><h2>One</h2></div><button id="b" aria-label="Next">❯</button></section><script>
      const words = ["One", "Two", "Three"]; let i = 0; setInterval(() => { i = (i + 1) % 3; document.querySelector(".track h2").textContent = words[i]; }, 700);</script>`,
    act: inTurn(pause(800), clicks("#b", { times: 6, every: 150 })),
  },
  {
    id: "third-phone-menu",
    description: "entry of a phone menu whose touch is caught by a carousel script",
    shouldFire: true,
    isTouch: true,
    body: `<nav><ul><li id="b" style="padding:14px">Orders</li><li style="padding:14px">Help</li></ul></nav><script>
      document.addEventListener("touchend", (e) => e.preventDefault(), { passive: false });</script>`,
    act: taps("#b", four),
  },
  {
    id: "third-ripple-list",
    description:
      "dead row of a material list, its ripple an element that is there already and gets a style",
    shouldFire: true,
    body: `<ul><li id="b" role="button" tabindex="0" style="position:relative;padding:12px"><span class="ripple" style="position:absolute;opacity:0"></span>Settings</li></ul><script>
      const b = document.getElementById("b"), r = b.firstChild; b.addEventListener("pointerdown", (e) => { r.style.opacity = 0.3; r.style.left = e.offsetX + "px"; }); b.addEventListener("pointerup", () => { r.style.opacity = 0; });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "third-seat",
    description: "seat of a plan in SVG that cannot be chosen",
    shouldFire: true,
    body: `<svg width="300" height="120"><g class="row"><rect id="b" x="20" y="20" width="30" height="30" fill="green"/><rect x="60" y="20" width="30" height="30" fill="green"/></g></svg>`,
    act: clicks("#b", five),
  },
  {
    id: "third-cookie",
    description: "accept of a cookie banner that stays",
    shouldFire: true,
    body: `<main>Page</main><div class="cookie" style="position:fixed;bottom:0;left:0"><p>We use cookies.</p><button id="b">Accept</button></div><script>
      document.getElementById("b").addEventListener("click", () => { document.cookie = "ok=1"; });</script>`,
    act: clicks("#b", { times: 4, every: 220 }),
  },
  {
    id: "third-stock-ticker",
    description: "dead buy button in a row of prices that change every 300 ms",
    shouldFire: true,
    body: `<table><tr><td>ACME</td><td id="p">10</td><td><button id="b">Buy</button></td></tr></table><script>
      setInterval(() => { document.getElementById("p").textContent = (10 + Math.random()).toFixed(2); }, 300);</script>`,
    act: inTurn(pause(400), clicks("#b", five)),
  },
  {
    id: "third-stale",
    description: "works twice, then the session is over and nothing comes any more",
    shouldFire: true,
    body: `<div><button id="b">Vote</button> <b id="n">0</b></div><script>
      let n = 0; document.getElementById("b").addEventListener("click", () => { if (n < 2) document.getElementById("n").textContent = n += 1; });</script>`,
    act: clicks("#b", { times: 8, every: 170 }),
  },
  {
    id: "third-toggle-group",
    description: "bold on and off in the bar of an editor, shown by aria-pressed",
    shouldFire: false,
    body: `<div role="toolbar"><button id="b" aria-pressed="false"><b>B</b></button></div><div contenteditable>Text</div><script>
      const b = document.getElementById("b"); b.addEventListener("mousedown", (e) => { e.preventDefault(); b.ariaPressed = b.ariaPressed !== "true"; });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "third-volume",
    description: "louder, by the volume of a film far away",
    shouldFire: false,
    body: `<main><section><video width="200" height="100"></video></section></main><footer><div><p><button id="b">Vol +</button></p></div></footer><script>
      document.querySelector("video").volume = 0.1; document.getElementById("b").addEventListener("click", () => { const v = document.querySelector("video"); v.volume = Math.min(1, v.volume + 0.1); });</script>`,
    act: clicks("#b", { times: 5, every: 190 }),
  },
  {
    id: "third-multi-step",
    description: "next through the steps of a tour whose bubble moves about",
    shouldFire: false,
    body: `<main><h1>Page</h1></main><div id="tour" style="position:fixed;top:200px;left:200px;width:220px;height:90px;border:1px solid"><p>Step <b>1</b></p><button id="b">Next</button></div><script>
      let n = 1; document.getElementById("b").addEventListener("click", async () => { await null; n += 1; document.querySelector("#tour b").textContent = n; });</script>`,
    act: clicks("#b", five),
  },
  {
    id: "third-time-picker",
    description: "minutes up in a picker, each press replaces the wheel by a clone",
    shouldFire: false,
    body: `<div class="time"><div class="wheel"><span>00</span></div><div class="arrows"><i id="b" style="cursor:pointer;font-style:normal">▲</i></div></div><script>
      let m = 0; document.getElementById("b").addEventListener("click", () => { m += 5; const old = document.querySelector(".wheel"); const next = old.cloneNode(true); next.firstChild.textContent = m; old.replaceWith(next); });</script>`,
    act: clicks("#b", { times: 6, every: 160 }),
  },
  {
    id: "third-whack",
    description: "moles hit where they come up, by pictures whose source changes",
    shouldFire: false,
    body: `<div class="field"><img id="b" alt="" width="60" height="60" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></div><p id="score">0</p><script>
      let n = 0; document.getElementById("b").addEventListener("pointerdown", (e) => { n += 1; e.target.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' id='a" + n + "'/>"; });</script>`,
    act: clicks("#b", { times: 5, every: 200 }),
  },
  {
    id: "third-guitar",
    description: "a string plucked, a buffer source sounds and nothing is shown",
    shouldFire: false,
    body: `<div class="strings"><div id="b" style="width:300px;height:12px;background:#ccc"></div></div><script>
      let c; document.getElementById("b").addEventListener("mousedown", () => { c ??= new AudioContext(); const s = c.createBufferSource(); s.buffer = c.createBuffer(1, 400, 8000); s.connect(c.destination); s.start(); });</script>`,
    act: clicks("#b", { times: 6, every: 180 }),
  },
  {
    id: "third-password-eye",
    description: "password shown and hidden again by its eye",
    shouldFire: false,
    body: `<form><label>Password <input id="p" type="password" value="x"></label><button type="button" id="b" aria-label="Show">👁</button></form><script>
      document.getElementById("b").addEventListener("click", () => { const p = document.getElementById("p"); p.type = p.type === "password" ? "text" : "password"; });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "third-gallery-touch",
    description: "pictures of a gallery by taps on its edge, scrolled by snap",
    shouldFire: false,
    isTouch: true,
    body: `<div class="snap" style="display:flex;width:320px;overflow:auto;scroll-snap-type:x mandatory">${"<img alt='' width='320' height='160' style='flex:none;scroll-snap-align:start'>".repeat(6)}</div><button id="b" style="width:44px;height:44px">›</button><script>
      document.getElementById("b").addEventListener("click", () => document.querySelector(".snap").scrollBy({ left: 320, behavior: "smooth" }));</script>`,
    act: taps("#b", { times: 4, every: 230 }),
  },
  {
    id: "third-reading",
    description: "somebody who clicks on what they read, word by word in one line",
    shouldFire: false,
    body: `<article style="width:500px"><p id="b" style="font-size:20px">The quick brown fox jumps over the lazy dog and goes on.</p></article>`,
    act: clicks("#b", {
      times: 4,
      every: 600,
      at: [
        { x: 30, y: 12 },
        { x: 100, y: 12 },
        { x: 170, y: 12 },
        { x: 240, y: 12 },
      ],
    }),
  },
  {
    id: "third-theme-sheet",
    description: "size of the letters, set in a style sheet by script",
    shouldFire: false,
    head: `<style id="s">body{font-size:16px}</style>`,
    body: `<header><button id="b" style="font-size:16px">A+</button></header><main><p>Text that grows.</p></main><script>
      let n = 16; document.getElementById("b").addEventListener("click", () => { n += 1; document.getElementById("s").sheet.cssRules[0].style.fontSize = n + "px"; });</script>`,
    act: clicks("#b", { times: 4, every: 210 }),
  },
];
