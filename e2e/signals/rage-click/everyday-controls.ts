import { clicks, drags, inTurn, pause, type RageScenario, taps } from "./scenario.ts";

/** Controls of everyday pages that do what they are there for, pressed quickly. Written before the rules they met first. */
export const everydayControls: readonly RageScenario[] = [
  {
    id: "everyday-stepper-react",
    description: "stepper whose row is written anew at every press",
    shouldFire: false,
    body: `<div id="root"></div><script>
      let n = 1; const draw = () => { document.getElementById("root").innerHTML = '<table><tr><td>Socks</td><td><button data-by="-1">−</button> <input size="2" value="' + n + '" readonly> <button id="b" data-by="1">+</button></td><td>' + (n * 4).toFixed(2) + '</td></tr></table>'; };
      draw(); document.getElementById("root").addEventListener("click", (e) => { const by = Number(e.target.dataset.by); if (by) { n += by; draw(); } });</script>`,
    act: clicks("#b", { times: 5, every: 170 }),
  },
  {
    id: "everyday-carousel-css",
    description: "carousel moved by a custom property on its list",
    shouldFire: false,
    head: `<style>ul{display:flex;margin:0;padding:0;list-style:none;width:300px;overflow:hidden}li{flex:0 0 300px;height:120px;transform:translateX(calc(var(--at) * -300px));transition:transform .3s}</style>`,
    body: `<section aria-label="Offers"><ul style="--at:0"><li>1</li><li>2</li><li>3</li><li>4</li></ul><div><span><button id="b" aria-label="Next">›</button></span></div></section><script>
      let at = 0; document.getElementById("b").onclick = () => { at = (at + 1) % 4; document.querySelector("ul").style.setProperty("--at", at); };</script>`,
    act: clicks("#b", { times: 4, every: 240 }),
  },
  {
    id: "everyday-memory-game",
    description: "cards of a memory game turned over, back and forth between two neighbours",
    shouldFire: false,
    head: `<style>.card{display:inline-block;width:24px;height:34px;background:navy}.card.open{background:gold}</style>`,
    body: `<main><div class="board"><i class="card" id="b"></i><i class="card"></i><i class="card"></i></div><p>Turns <b id="n">0</b></p></main><script>
      let n = 0; document.querySelector(".board").addEventListener("pointerup", (e) => { if (e.target.classList.toggle("open") || true) { n += 1; if (n % 2 === 0) document.getElementById("n").textContent = n / 2; } });</script>`,
    act: clicks("#b", {
      times: 6,
      every: 160,
      at: [
        { x: 12, y: 15 },
        { x: 36, y: 15 },
      ],
    }),
  },
  {
    id: "everyday-drum-audio",
    description: "drum pads that sound by Web Audio and show nothing, played two at a time",
    shouldFire: false,
    body: `<main><div style="display:grid;grid-template-columns:repeat(4,60px);gap:6px"><button id="b">Kick</button><button>Snare</button><button>Hat</button><button>Clap</button></div></main><script>
      let audio; document.querySelectorAll("button").forEach((pad, i) => pad.addEventListener("pointerdown", () => { audio ??= new AudioContext(); const o = audio.createOscillator(); o.frequency.value = 80 * (i + 1); o.connect(audio.destination); o.start(); o.stop(audio.currentTime + 0.1); }));</script>`,
    act: clicks("#b", {
      times: 8,
      every: 150,
      at: [
        { x: 30, y: 10 },
        { x: 30, y: 10 },
        { x: 96, y: 10 },
      ],
    }),
  },
  {
    id: "everyday-piano",
    description: "one piano key struck again and again, an Audio object sounds and :active shows",
    shouldFire: false,
    head: `<style>.key{display:inline-block;width:40px;height:140px;border:1px solid;background:white}.key:active{background:#bcd}</style>`,
    body: `<div class="piano"><div class="key"></div><div class="key" id="b"></div><div class="key"></div><div class="key"></div></div><script>
      const rate = 8000, wav = new Uint8Array(44 + 800).fill(128), v = new DataView(wav.buffer); [[0,"RIFF"],[8,"WAVE"],[12,"fmt "],[36,"data"]].forEach(([at, s]) => [...s].forEach((c, i) => v.setUint8(at + i, c.charCodeAt(0)))); v.setUint32(4, 836, true); v.setUint32(16, 16, true); v.setUint16(20, 1, true); v.setUint16(22, 1, true); v.setUint32(24, rate, true); v.setUint32(28, rate, true); v.setUint16(32, 1, true); v.setUint16(34, 8, true); v.setUint32(40, 800, true);
      const sound = URL.createObjectURL(new Blob([wav], { type: "audio/wav" })); document.querySelectorAll(".key").forEach((key) => key.addEventListener("mousedown", () => { new Audio(sound).play(); }));</script>`,
    act: clicks("#b", { times: 5, every: 200 }),
  },
  {
    id: "everyday-like-optimistic",
    description: "heart filled at once, the count follows from the server half a second later",
    shouldFire: false,
    body: `<article><p>A post</p><footer><button id="b" aria-pressed="false"><svg width="20" height="20"><path d="M10 17 3 9h14z" fill="none" stroke="red"/></svg></button><small>12</small></footer></article><script>
      const b = document.getElementById("b"); b.addEventListener("click", () => { const on = b.getAttribute("aria-pressed") !== "true"; b.setAttribute("aria-pressed", on); b.querySelector("path").setAttribute("fill", on ? "red" : "none"); setTimeout(() => { document.querySelector("small").textContent = on ? 13 : 12; }, 500); });</script>`,
    act: clicks("#b", { times: 4, every: 190 }),
  },
  {
    id: "everyday-date-picker",
    description: "date picker in a popup, month by month",
    shouldFire: false,
    body: `<form><label>Arrival <input id="when" value="2026-03-01"></label></form><div id="pop" style="position:absolute;top:60px;left:20px;width:220px;border:1px solid"><header style="display:flex;justify-content:space-between"><button id="p">◀</button><strong>March</strong><button id="b"><svg width="9" height="9"><path d="M0 0 9 4 0 9"/></svg></button></header><table><tbody></tbody></table></div><script>
      let m = 2; const draw = () => { document.querySelector("#pop strong").textContent = new Date(2026, m).toLocaleString("en", { month: "long", year: "numeric" }); document.querySelector("#pop tbody").innerHTML = Array.from({ length: 5 }, (_, w) => "<tr>" + Array.from({ length: 7 }, (_, d) => "<td>" + (w * 7 + d + m) + "</td>").join("") + "</tr>").join(""); };
      draw(); document.getElementById("b").addEventListener("mousedown", (e) => { e.preventDefault(); m += 1; draw(); });</script>`,
    act: clicks("#b", { times: 7, every: 180 }),
  },
  {
    id: "everyday-colour-picker",
    description: "colours tried in a small palette, the drawing far away takes them",
    shouldFire: false,
    body: `<header><div class="palette" style="font-size:0"><span id="b" style="display:inline-block;width:18px;height:18px;background:red"></span><span style="display:inline-block;width:18px;height:18px;background:lime"></span></div></header><main style="margin-top:300px"><svg width="100" height="100"><rect id="shirt" width="100" height="100" fill="red"/></svg></main><script>
      document.querySelector(".palette").addEventListener("click", (e) => { document.getElementById("shirt").style.fill = e.target.style.background; });</script>`,
    act: clicks("#b", {
      times: 6,
      every: 200,
      at: [
        { x: 9, y: 9 },
        { x: 27, y: 9 },
      ],
    }),
  },
  {
    id: "everyday-triple-code",
    description: "triple click on a line of code, then on the next to take it along",
    shouldFire: false,
    body: `<article><pre id="b" style="line-height:24px">npm install it
npm start</pre></article>`,
    act: inTurn(
      clicks("#b", { times: 3, every: 120, at: { x: 30, y: 12 } }),
      pause(250),
      clicks("#b", { times: 2, every: 120, at: { x: 30, y: 36 } }),
    ),
  },
  {
    id: "everyday-drag-handle",
    description: "rows sorted by their handle, a few pixels at a time",
    shouldFire: false,
    body: `<ol style="list-style:none"><li style="height:30px"><span id="b" style="cursor:grab">⠿</span> One</li><li style="height:30px">Two</li></ol><script>
      let from; const row = document.querySelector("li"); row.addEventListener("pointerdown", (e) => { from = e.clientY; row.setPointerCapture(e.pointerId); }); row.addEventListener("pointermove", (e) => { if (from !== undefined) row.style.transform = "translateY(" + (e.clientY - from) + "px)"; }); row.addEventListener("pointerup", () => { from = undefined; row.style.transform = ""; });</script>`,
    act: drags("#b", { times: 4, every: 220, by: { x: 0, y: 7 } }),
  },
  {
    id: "everyday-video-controls",
    description: "ten seconds forward, pressed on a player made by hand",
    shouldFire: false,
    body: `<figure class="player"><video id="v" width="320" height="180" muted></video><figcaption><button id="b">+10 s</button> <span>0:00</span></figcaption></figure><script>
      let at = 0; document.getElementById("b").addEventListener("click", () => { at += 10; document.querySelector("figcaption span").textContent = "0:" + at; });</script>`,
    act: clicks("#b", { times: 4, every: 160 }),
  },
  {
    id: "everyday-slider-track",
    description: "slider made of divs, its track clicked to step",
    shouldFire: false,
    body: `<div class="slider" style="position:relative;width:300px;height:20px;background:#ddd" id="b"><div class="knob" style="position:absolute;left:0;width:20px;height:20px;background:navy"></div></div><script>
      let x = 0; document.querySelector(".slider").addEventListener("pointerdown", () => { x = Math.min(280, x + 30); document.querySelector(".knob").style.left = x + "px"; });</script>`,
    act: clicks("#b", { times: 5, every: 150 }),
  },
  {
    id: "everyday-map-tiles",
    description: "map zoomed by double clicks, tiles of pictures exchanged after 250 ms",
    shouldFire: false,
    body: `<div id="map" style="width:500px;height:300px;overflow:hidden;background:#cde"><div class="pane"></div></div><script>
      let z = 3; const draw = () => { document.querySelector(".pane").replaceChildren(...Array.from({ length: 6 }, (_, i) => Object.assign(document.createElement("img"), { alt: "", width: 90, height: 90, src: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text y='20'>" + z + "-" + i + "</text></svg>" }))); };
      draw(); document.getElementById("map").addEventListener("dblclick", () => setTimeout(() => { z += 1; draw(); }, 250));</script>`,
    act: clicks("#map", { times: 4, every: 200 }),
  },
  {
    id: "everyday-keyboard",
    description: "keyboard on the screen, the same letter four times",
    shouldFire: false,
    body: `<main><output style="display:block;height:20px"></output><div style="margin-top:200px"><div><button>k</button><button id="b">l</button><button>m</button></div></div></main><script>
      document.querySelectorAll("button").forEach((key) => key.addEventListener("click", () => { document.querySelector("output").value += key.textContent; }));</script>`,
    act: clicks("#b", { times: 4, every: 170 }),
  },
  {
    id: "everyday-calculator-field",
    description: "calculator that writes into the value of a field",
    shouldFire: false,
    body: `<form onsubmit="return false"><div><input id="d" value="0" readonly style="width:160px"></div><table><tr><td><button type="button">7</button><td><button type="button" id="b">0</button></table></form><script>
      document.querySelectorAll("button").forEach((key) => key.addEventListener("click", () => { document.getElementById("d").value += key.textContent; }));</script>`,
    act: clicks("#b", { times: 5, every: 160 }),
  },
  {
    id: "everyday-rating",
    description: "rating changed between two stars, shown by a class on their parent",
    shouldFire: false,
    body: `<section><h4>Rate it</h4><div class="stars" data-value="0"><a href="#" id="b">★</a><a href="#">★</a><a href="#">★</a></div></section><script>
      document.querySelectorAll(".stars a").forEach((star, i) => star.addEventListener("click", (e) => { e.preventDefault(); star.parentElement.dataset.value = i + 1; }));</script>`,
    act: clicks("#b", {
      times: 4,
      every: 250,
      at: [
        { x: 6, y: 8 },
        { x: 22, y: 8 },
      ],
    }),
  },
  {
    id: "everyday-pagination-far",
    description: "next page of a table, whose rows are written after a request of 200 ms",
    shouldFire: false,
    body: `<main><table><thead><tr><th>Order</th></tr></thead><tbody id="rows"><tr><td>1</td></tr></tbody></table></main><footer><nav><ul><li><a href="?p=2" id="b">Next</a></li></ul></nav></footer><script>
      let p = 1; document.getElementById("b").addEventListener("click", (e) => { e.preventDefault(); p += 1; const mine = p; setTimeout(() => { document.getElementById("rows").innerHTML = "<tr><td>" + mine * 10 + "</td></tr>"; }, 200); });</script>`,
    act: clicks("#b", { times: 4, every: 230 }),
  },
  {
    id: "everyday-tree",
    description: "tree unfolded and folded by its triangle with hidden",
    shouldFire: false,
    body: `<ul role="tree"><li role="treeitem" aria-expanded="false"><span id="b" style="cursor:pointer">▸</span> Boards<ul hidden><li>Oak</li></ul></li></ul><script>
      document.getElementById("b").addEventListener("click", (e) => { const sub = e.target.parentElement.querySelector("ul"); sub.hidden = !sub.hidden; });</script>`,
    act: clicks("#b", { times: 4, every: 200 }),
  },
  {
    id: "everyday-load-more",
    description: "more of a list, which pushes the button down out of reach",
    shouldFire: false,
    body: `<main><ul id="l"><li>1</li></ul><button id="b">Load more</button></main><script>
      document.getElementById("b").addEventListener("click", () => { const l = document.getElementById("l"); for (let i = 0; i < 12; i += 1) l.append(Object.assign(document.createElement("li"), { textContent: l.children.length })); });</script>`,
    act: clicks("#b", { times: 3, every: 300 }),
  },
  {
    id: "everyday-copy-icon",
    description: "copy sign that turns into a tick by exchanging its use reference",
    shouldFire: false,
    body: `<svg width="0" height="0"><symbol id="copy" viewBox="0 0 9 9"><rect width="9" height="9"/></symbol><symbol id="tick" viewBox="0 0 9 9"><path d="M0 5 4 9 9 0"/></symbol></svg><pre>code <button id="b"><svg width="16" height="16"><use href="#copy"/></svg></button></pre><script>
      const use = document.querySelector("#b use"); document.getElementById("b").addEventListener("click", () => { use.setAttribute("href", "#tick"); clearTimeout(window.back); window.back = setTimeout(() => use.setAttribute("href", "#copy"), 1200); });</script>`,
    act: clicks("#b", { times: 3, every: 220 }),
  },
  {
    id: "everyday-table-sorted",
    description: "column sorted up and down by a click on its head",
    shouldFire: false,
    body: `<table><thead><tr><th id="b">Name</th><th>Age</th></tr></thead><tbody><tr><td>Ann</td></tr><tr><td>Bob</td></tr><tr><td>Cid</td></tr></tbody></table><script>
      document.getElementById("b").addEventListener("click", () => { const body = document.querySelector("tbody"); body.append(...[...body.rows].reverse()); });</script>`,
    act: clicks("#b", { times: 4, every: 220 }),
  },
  {
    id: "everyday-double-to-edit",
    description: "name edited by a double click, then a click into it",
    shouldFire: false,
    body: `<table><tr><td id="b" style="width:200px">Untitled</td></tr></table><script>
      document.getElementById("b").addEventListener("dblclick", (e) => { e.target.contentEditable = "true"; e.target.focus(); });</script>`,
    act: inTurn(
      clicks("#b", { times: 2, every: 140 }),
      pause(120),
      clicks("#b", { times: 2, every: 200 }),
    ),
  },
  {
    id: "everyday-frame",
    description: "stepper in a frame beside the page",
    shouldFire: false,
    body: `<p>Configure</p><iframe id="b" width="200" height="80" srcdoc="<body style='margin:0'><button style='width:200px;height:80px' onclick='this.textContent=Number(this.textContent)+1'>1</button>"></iframe>`,
    act: clicks("#b", { times: 5, every: 170 }),
  },
  {
    id: "everyday-tab-bar",
    description: "two tabs at the bottom of a phone, switched by a route in the hash",
    shouldFire: false,
    isTouch: true,
    body: `<main>Home</main><nav style="position:fixed;bottom:0;display:flex"><a id="b" href="#/home" style="width:30px">H</a><a href="#/cart" style="width:30px">C</a></nav><script>
      addEventListener("hashchange", () => { document.querySelector("main").textContent = location.hash; });</script>`,
    act: taps("#b", {
      times: 5,
      every: 220,
      at: [
        { x: 45, y: 8 },
        { x: 15, y: 8 },
      ],
    }),
  },
  {
    id: "everyday-emoji",
    description: "emoji picked three times for a field of an editor",
    shouldFire: false,
    body: `<div contenteditable id="e" style="height:30px;border:1px solid">Hi </div><div class="picker" style="position:fixed;bottom:40px;right:40px"><button>🙂</button><button id="b">🎉</button></div><script>
      document.querySelector(".picker").addEventListener("mousedown", (e) => { e.preventDefault(); document.getElementById("e").append(e.target.textContent); });</script>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "everyday-hold",
    description: "quantity that runs up while it is held, and by short presses between",
    shouldFire: false,
    body: `<div class="qty"><output>1</output><button id="b">+</button></div><script>
      let n = 1, run; const add = () => { document.querySelector("output").textContent = n += 1; }; const b = document.getElementById("b"); b.addEventListener("pointerdown", () => { run = setTimeout(() => { run = setInterval(add, 60); }, 300); }); ["pointerup", "pointerleave"].forEach((type) => b.addEventListener(type, () => { clearTimeout(run); clearInterval(run); })); b.addEventListener("click", add);</script>`,
    act: inTurn(
      clicks("#b", { times: 2, every: 180 }),
      clicks("#b", { times: 1, every: 0, downMs: 700 }),
      pause(120),
      clicks("#b", { times: 2, every: 180 }),
    ),
  },
];
