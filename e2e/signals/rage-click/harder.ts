import { clicks, inTurn, pause, type RageScenario } from "./scenario.ts";

const five = { times: 5, every: 125 };

/**
 * Our own pages on the edge of what can be told apart. Three are known to come out wrong: three clicks under a countdown (its tick looks like
 * an answer), a pad that is lit only while it is down (a dead button may do the same), and what the animation API moves unseen.
 */
export const harderScenarios: readonly RageScenario[] = [
  {
    id: "harder-log",
    description: "dead button beside a log with lines at odd times",
    shouldFire: true,
    body: `<main><section><ul id="l"></ul><button id="b" style="position:fixed;top:10px;left:300px">Stop</button></section></main><script>
      const add = () => { document.getElementById("l").append(Object.assign(document.createElement("li"), { textContent: "line" })); setTimeout(add, 100 + Math.random() * 200); }; add();
    </script>`,
    act: inTurn(pause(200), clicks("#b", five)),
  },
  {
    id: "harder-dialog",
    description: "dead button in a dialog",
    shouldFire: true,
    body: `<main>Page</main><div role="dialog" tabindex="-1" aria-modal="true"><p>Sure?</p><footer><button id="b">Yes</button></footer></div>`,
    act: clicks("#b", five),
  },
  {
    id: "harder-prevented",
    description: "link whose router does nothing",
    shouldFire: true,
    body: `<nav><a id="b" href="/orders">Orders</a></nav><main></main><script>document.addEventListener("click", (e) => e.preventDefault());</script>`,
    act: clicks("#b", five),
  },
  {
    id: "harder-three-countdown",
    description: "three clicks under a countdown",
    shouldFire: true,
    body: `<main><section><p>Ends in <b id="t">60</b></p><button id="b">Reserve</button></section></main><script>
      let left = 60; setInterval(() => { document.getElementById("t").textContent = String(--left); }, 1000);</script>`,
    act: inTurn(pause(250), clicks("#b", { times: 3, every: 150 })),
  },
  {
    id: "harder-card",
    description: "dead card, clicked on its text",
    shouldFire: true,
    body: `<main><div style="cursor:pointer;padding:20px;user-select:none"><h3 id="b">Plan A</h3><p>9 €</p></div></main>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "harder-marquee",
    description: "dead button under a marquee that scrolls by script",
    shouldFire: true,
    body: `<main><section><div id="t" style="width:200px;overflow:hidden;white-space:nowrap"><span style="display:inline-block;width:4000px">News</span></div><button id="b">Subscribe</button></section></main><script>
      setInterval(() => { document.getElementById("t").scrollLeft += 2; }, 30);</script>`,
    act: inTurn(pause(200), clicks("#b", five)),
  },
  {
    id: "harder-lit-pad",
    description: "pad that lights up for 120 ms when it is hit",
    shouldFire: false,
    body: `<main><div><button id="b" style="padding:20px">Kick</button></div></main><script>
      const b = document.getElementById("b"); b.addEventListener("pointerdown", () => { b.classList.add("hit"); setTimeout(() => b.classList.remove("hit"), 120); });</script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "harder-lit-while-down",
    description: "pad that is lit while it is down",
    shouldFire: false,
    body: `<main><div><button id="b" style="padding:20px">Kick</button></div></main><script>
      const b = document.getElementById("b"); b.addEventListener("pointerdown", () => b.classList.add("hit")); b.addEventListener("pointerup", () => b.classList.remove("hit"));</script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "harder-mousedown",
    description: "panel toggled by a class at mousedown",
    shouldFire: false,
    body: `<main><div id="p"><button id="b">Filter</button></div></main><script>
      document.getElementById("b").addEventListener("mousedown", () => document.getElementById("p").classList.toggle("open"));</script>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "harder-waapi",
    description: "picture shaken by the animation API alone",
    shouldFire: false,
    body: `<main><div><button id="b">Shake</button><img id="i" width="50" height="50" alt=""></div></main><script>
      document.getElementById("b").addEventListener("click", () => document.getElementById("i").animate([{ rotate: "0deg" }, { rotate: "9deg" }], 200));</script>`,
    act: clicks("#b", { times: 5, every: 150 }),
  },
  {
    id: "harder-max",
    description: "stepper that reaches its end after four of six",
    shouldFire: false,
    body: `<main><div><button id="b">+</button><b id="n" style="display:inline-block;width:40px">1</b></div></main><script>
      let n = 1; document.getElementById("b").addEventListener("click", () => { if (n < 5) document.getElementById("n").textContent = String(++n); });</script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "harder-select",
    description: "select made of a div",
    shouldFire: false,
    body: `<main><div id="s" tabindex="0" role="combobox" aria-expanded="false">Colour</div></main><script>
      const s = document.getElementById("s"); s.addEventListener("click", () => s.setAttribute("aria-expanded", String(s.getAttribute("aria-expanded") !== "true")));</script>`,
    act: clicks("#s", { times: 4, every: 180 }),
  },
  {
    id: "harder-copy-label",
    description: "copy button whose label changes by a promise and back after 1.5 s",
    shouldFire: false,
    body: `<main><div><button id="b" style="width:120px">Copy</button></div></main><script>
      const b = document.getElementById("b"); let timer; b.addEventListener("click", async () => { await new Promise((done) => setTimeout(done, 8)); b.textContent = "Copied"; clearTimeout(timer); timer = setTimeout(() => { b.textContent = "Copy"; }, 1500); });</script>`,
    act: clicks("#b", { times: 4, every: 160 }),
  },
  {
    id: "harder-tween",
    description: "slides moved by frames for 900 ms",
    shouldFire: false,
    body: `<main><div><div id="t" style="width:40px">Slide</div><button id="b">›</button></div></main><script>
      let to = 0, at = 0, isRunning = false; const step = () => { at += Math.max(1, (to - at) / 20); document.getElementById("t").style.transform = "translateX(" + at + "px)"; if (at < to - 1) requestAnimationFrame(step); else isRunning = false; };
      document.getElementById("b").addEventListener("click", () => { to += 80; if (!isRunning) { isRunning = true; requestAnimationFrame(step); } });</script>`,
    act: clicks("#b", { times: 4, every: 200 }),
  },
];
