import { clicks, clicksOnFrozen, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

const four = { times: 4, every: 190 };
const five = { times: 5, every: 150 };

/** Everyday pages on which something does not work, and somebody who presses it again. Written before the rules they met first. */
export const everydayDead: readonly RageScenario[] = [
  {
    id: "everyday-dead-cart",
    description: "put into the cart, dead since its script failed",
    shouldFire: true,
    body: `<main class="product"><h1>Lamp</h1><form><select><option>Red</option></select><button id="b" type="button" class="btn btn-primary">Add to cart</button></form></main><script>throw new Error("shop.js");</script>`,
    act: clicks("#b", five),
  },
  {
    id: "everyday-dead-disabled-pay",
    description: "pay button disabled because of a tick that is not seen",
    shouldFire: true,
    body: `<form><label><input type="checkbox"> I agree</label><p><button id="b" disabled style="opacity:.9"><span>Pay now</span></button></p></form>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-aria-disabled",
    description: "button with aria-disabled that swallows its click",
    shouldFire: true,
    body: `<div class="actions"><div role="button" tabindex="0" aria-disabled="true" id="b">Continue</div></div><script>
      document.getElementById("b").addEventListener("click", (e) => { e.preventDefault(); e.stopImmediatePropagation(); });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-link",
    description: "link without a target in a menu",
    shouldFire: true,
    body: `<nav><ul><li><a href="/a">A</a></li><li><a id="b" style="cursor:pointer;color:blue;text-decoration:underline">Returns</a></li></ul></nav>`,
    act: clicks("#b", { times: 3, every: 210 }),
  },
  {
    id: "everyday-dead-frozen",
    description:
      "page whose script hangs for two seconds after the first click and then does nothing",
    shouldFire: true,
    body: `<main><button id="b">Calculate</button></main><script>
      let once = true; document.getElementById("b").addEventListener("click", () => { if (!once) return; once = false; const end = performance.now() + 2000; while (performance.now() < end); });</script>`,
    act: clicksOnFrozen("#b", { times: 5, every: 200 }),
  },
  {
    id: "everyday-dead-overlay",
    description: "clear layer of a closed banner that lies over the button",
    shouldFire: true,
    body: `<main><button id="b" style="margin:100px">Checkout</button></main><div class="banner" style="position:fixed;inset:0;z-index:9"></div>`,
    act: clicks("#b", five),
  },
  {
    id: "everyday-dead-zoom",
    description: "picture with a magnifying glass as its pointer that does not grow",
    shouldFire: true,
    body: `<figure class="gallery"><img id="b" alt="Lamp" width="300" height="200" style="cursor:zoom-in" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></figure>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-submit",
    description: "form whose submit is caught and comes to nothing",
    shouldFire: true,
    body: `<form id="f"><label>Mail <input name="mail" value="a@b.c"></label><button id="b">Sign up</button></form><script>
      document.getElementById("f").addEventListener("submit", (e) => { e.preventDefault(); });</script>`,
    act: clicks("#b", { times: 5, every: 200 }),
  },
  {
    id: "everyday-dead-spinner",
    description: "spinner that turns for ever, the button pressed under it",
    shouldFire: true,
    head: `<style>@keyframes s{to{rotate:1turn}}.spin{display:inline-block;animation:s 1s linear infinite}</style>`,
    body: `<main><section><button id="b">Search <i class="spin">◌</i></button></section></main>`,
    act: inTurn(pause(300), clicks("#b", four)),
  },
  {
    id: "everyday-dead-card",
    description: "card that lifts under the mouse and does nothing when pressed",
    shouldFire: true,
    head: `<style>.card{width:200px;padding:20px;cursor:pointer;transition:transform .2s}.card:hover{transform:translateY(-4px)}</style>`,
    body: `<div class="grid"><div class="card" id="b"><img alt="" width="160" height="80"><h3>Boots</h3></div><div class="card">More</div></div>`,
    act: clicks("#b", { times: 4, every: 200, at: { x: 100, y: 60 } }),
  },
  {
    id: "everyday-dead-text-link",
    description: "words that look like a link, the first click marks one",
    shouldFire: true,
    body: `<p>You can <span id="b" style="color:#06c;text-decoration:underline;cursor:pointer">change your address</span> here.</p>`,
    act: clicks("#b", { times: 6, every: 160 }),
  },
  {
    id: "everyday-dead-shadow-menu",
    description: "menu button of a web component that never opens",
    shouldFire: true,
    body: `<x-menu></x-menu><script>document.querySelector("x-menu").attachShadow({ mode: "open" }).innerHTML = '<nav><button id="b" aria-expanded="false" aria-haspopup="menu">Menu</button><slot></slot></nav>';</script>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-touch",
    description: "burger sign of a phone that listens for a mouse only",
    shouldFire: true,
    isTouch: true,
    body: `<header style="display:flex"><span id="b" style="width:44px;height:44px">☰</span><h1>Shop</h1></header><nav hidden>Menu</nav><script>
      document.getElementById("b").addEventListener("mouseenter", (e) => { if (e.pointerType === "none") document.querySelector("nav").hidden = false; });</script>`,
    act: taps("#b", { times: 5, every: 180 }),
  },
  {
    id: "everyday-dead-wrong-target",
    description: "row of a list of which only the small arrow works, pressed on its name",
    shouldFire: true,
    body: `<ul><li style="display:flex;justify-content:space-between;width:400px;cursor:pointer"><strong id="b">Invoice 17</strong><a href="/17">›</a></li></ul>`,
    act: clicks("#b", { times: 6, every: 180 }),
  },
  {
    id: "everyday-dead-select",
    description: "select of divs that does not open",
    shouldFire: true,
    body: `<div class="field"><div id="b" class="select" role="combobox" aria-expanded="false" tabindex="0" style="width:200px;border:1px solid">Size <span>▾</span></div></div>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-error-toast",
    description: "the same error at every try",
    shouldFire: true,
    body: `<main><button id="b">Send</button></main><div id="toasts" style="position:fixed;bottom:0;right:0"></div><script>
      document.getElementById("b").addEventListener("click", () => setTimeout(() => { document.getElementById("toasts").innerHTML = '<div role="alert" class="toast toast-error">Something went wrong.</div>'; }, 90));</script>`,
    act: clicks("#b", { times: 5, every: 230 }),
  },
  {
    id: "everyday-dead-animation",
    description: "dead button while a banner turns by the animation API",
    shouldFire: true,
    body: `<main><section><div id="spin" style="width:50px;height:50px;background:gold"></div><button id="b">Book</button></section></main><script>
      document.getElementById("spin").animate([{ rotate: "0deg" }, { rotate: "360deg" }], { duration: 900, iterations: Infinity });</script>`,
    act: inTurn(pause(250), clicks("#b", four)),
  },
  {
    id: "everyday-dead-clock",
    description: "dead button beside a clock with tenths of a second",
    shouldFire: true,
    body: `<main><div class="sale"><p>Sale ends in <time id="t">59.9</time></p><p><a role="button" id="b" tabindex="0">Claim</a></p></div></main><script>
      let t = 599; setInterval(() => { document.getElementById("t").textContent = (--t / 10).toFixed(1); }, 100);</script>`,
    act: inTurn(pause(400), clicks("#b", five)),
  },
  {
    id: "everyday-dead-video-ad",
    description: "dead close sign on a film that plays, its time written as it goes on",
    shouldFire: true,
    body: `<aside class="ad" style="position:fixed;bottom:100px;right:100px;width:300px"><button id="b" aria-label="Close">✕</button><canvas id="film" width="300" height="100"></canvas><small id="t">0</small></aside><script>
      const c = document.getElementById("film").getContext("2d"); let n = 0; setInterval(() => { n += 1; c.fillStyle = "hsl(" + n * 9 + " 80% 50%)"; c.fillRect(0, 0, 300, 100); document.getElementById("t").textContent = n; }, 120);</script>`,
    act: inTurn(pause(400), clicks("#b", five)),
  },
  {
    id: "everyday-dead-ripple",
    description: "dead button of a material library with a ripple by the animation API",
    shouldFire: true,
    body: `<main><button id="b" style="position:relative;overflow:hidden;padding:12px 30px">Apply</button></main><script>
      const b = document.getElementById("b"); b.addEventListener("pointerdown", (e) => { const r = document.createElement("span"); r.style.cssText = "position:absolute;width:20px;height:20px;border-radius:50%;background:#0002"; b.append(r); r.animate([{ scale: 0 }, { scale: 6 }], 300).finished.then(() => r.remove()); });</script>`,
    act: clicks("#b", four),
  },
  {
    id: "everyday-dead-focus-ring",
    description: "dead button that gets a class when it has the focus, slow clicks",
    shouldFire: true,
    body: `<div class="toolbar"><button id="b">Export</button></div><script>
      document.getElementById("b").addEventListener("focus", (e) => e.target.classList.add("is-focused"));</script>`,
    act: clicks("#b", { times: 4, every: 320 }),
  },
  {
    id: "everyday-dead-analytics",
    description: "dead filter, every click is written into a queue and sent by beacon",
    shouldFire: true,
    body: `<aside class="filters"><div class="filter" id="b" role="checkbox" aria-checked="false" tabindex="0">In stock</div></aside><script>
      window.dataLayer = []; document.addEventListener("click", (e) => { dataLayer.push({ event: "click" }); navigator.sendBeacon("/collect", "x"); document.documentElement.dataset.lastClick = Date.now(); });</script>`,
    act: clicks("#b", four),
  },
];
