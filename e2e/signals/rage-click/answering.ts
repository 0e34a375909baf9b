import { clicks, inTurn, pause, type RageScenario } from "./scenario.ts";

const five = { times: 5, every: 130 };

/** Our own pages that answer rapid clicks, each in another way. */
export const answeringScenarios: readonly RageScenario[] = [
  {
    id: "answers-body-class",
    description: "a class on body",
    shouldFire: false,
    body: `<main><div><nav><p><button id="b">Menu</button></p></nav></div></main><script>
      document.getElementById("b").addEventListener("click", () => document.body.classList.toggle("menu-open"));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-html-theme",
    description: "the theme on html, a moment later",
    shouldFire: false,
    body: `<main><div><nav><p><button id="b">Theme</button></p></nav></div></main><script>
      document.getElementById("b").addEventListener("click", () => setTimeout(() => {
        const { dataset } = document.documentElement;
        dataset.theme = dataset.theme === "dark" ? "light" : "dark";
      }, 60));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-by-fetch",
    description: "the new price after a request of 150 ms",
    shouldFire: false,
    body: `<main><div><button id="b">+</button> <span id="o">0</span></div></main><script>
      let n = 0;
      document.getElementById("b").addEventListener("click", () => {
        n += 1;
        const now = n;
        setTimeout(() => { document.getElementById("o").textContent = now * 9 + " €"; }, 150);
      });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-debounced",
    description: "one update when the clicks have ended",
    shouldFire: false,
    body: `<main><div><button id="b">+</button> <span id="o">0</span></div></main><script>
      let n = 0, timer;
      document.getElementById("b").addEventListener("click", () => {
        n += 1;
        clearTimeout(timer);
        timer = setTimeout(() => { document.getElementById("o").textContent = String(n); }, 200);
      });
    </script>`,
    act: clicks("#b", { times: 3, every: 120 }),
  },
  {
    id: "answers-by-route",
    description: "single-page navigation, page by page",
    shouldFire: false,
    body: `<main><p><button id="b">Next</button></p></main><script>
      let n = 0;
      document.getElementById("b").addEventListener("click", () => history.pushState(null, "", "/page/" + ++n));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-far-toast",
    description: "copy button, a toast far away by a promise",
    shouldFire: false,
    body: `<main><div><section><p><button id="b">Copy</button></p></section></div></main><aside><div id="toasts"></div></aside><script>
      document.getElementById("b").addEventListener("click", () => new Promise((resolve) => setTimeout(resolve, 15)).then(() => {
        document.getElementById("toasts").append(Object.assign(document.createElement("div"), { textContent: "Copied" }));
      }));
    </script>`,
    act: clicks("#b", { times: 4, every: 150 }),
  },
  {
    id: "answers-far-badge",
    description: "the cart's number in the header",
    shouldFire: false,
    body: `<header><div><a href="/cart">Cart <b id="o">0</b></a></div></header><main><div><section><p><button id="b">Add</button></p></section></div></main><script>
      let n = 0;
      document.getElementById("b").addEventListener("click", () => { document.getElementById("o").textContent = String(++n); });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-accordion",
    description: "details opened and closed",
    shouldFire: false,
    body: `<main><details><summary id="b">Shipping</summary><p>Two days.</p></details></main>`,
    act: clicks("#b", { times: 6, every: 140 }),
  },
  {
    id: "answers-by-scrolling",
    description: "carousel that scrolls its track",
    shouldFire: false,
    body: `<main><div><div id="track" style="display:flex;overflow:hidden;width:300px">${"<img width=290 height=60 alt='' style='flex:none'>".repeat(12)}</div><button id="b">›</button></div></main><script>
      document.getElementById("b").addEventListener("click", () => document.getElementById("track").scrollBy({ left: 290, behavior: "smooth" }));
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-beside-ticker",
    description: "stepper that works beside prices that tick",
    shouldFire: false,
    body: `<main><div><span id="t">0</span><button id="b">+</button><b id="n">0</b></div></main><script>
      setInterval(() => { document.getElementById("t").textContent = String(Math.random()); }, 90);
      let n = 0;
      document.getElementById("b").addEventListener("click", () => { document.getElementById("n").textContent = String(++n); });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-animated",
    description: "a number that runs up for 600 ms by frames",
    shouldFire: false,
    body: `<main><div><button id="b">+10</button><b id="n">0</b></div></main><script>
      let goal = 0, shown = 0;
      const step = () => { if (shown < goal) { shown += 1; document.getElementById("n").textContent = String(shown); requestAnimationFrame(step); } };
      document.getElementById("b").addEventListener("click", () => { goal += 9; requestAnimationFrame(step); });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-canvas-zoom",
    description: "zoom button over a drawn map",
    shouldFire: false,
    body: `<main><div><canvas width="300" height="200"></canvas><div class="controls"><button id="b">+</button></div></div></main>`,
    act: clicks("#b", five),
  },
  {
    id: "answers-film-skip",
    description: "skip button of a film",
    shouldFire: false,
    body: `<main><div><audio id="a"></audio><button id="b">+10 s</button></div></main><script>
      const rate = 8000, length = rate * 60, bytes = new DataView(new ArrayBuffer(44 + length));
      const text = (at, value) => [...value].forEach((one, index) => bytes.setUint8(at + index, one.charCodeAt(0)));
      text(0, "RIFF"); bytes.setUint32(4, 36 + length, true); text(8, "WAVEfmt "); bytes.setUint32(16, 16, true);
      bytes.setUint16(20, 1, true); bytes.setUint16(22, 1, true); bytes.setUint32(24, rate, true); bytes.setUint32(28, rate, true);
      bytes.setUint16(32, 1, true); bytes.setUint16(34, 8, true); text(36, "data"); bytes.setUint32(40, length, true);
      const a = document.getElementById("a");
      a.src = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
      document.getElementById("b").addEventListener("click", () => { a.currentTime += 5; });
    </script>`,
    act: inTurn(pause(300), clicks("#b", five)),
  },
  {
    id: "answers-closed-shadow",
    description: "stepper in a closed shadow root",
    shouldFire: false,
    body: `<main><div><x-stepper id="b" style="display:inline-block;width:120px;height:40px"></x-stepper></div></main><script>
      const root = document.getElementById("b").attachShadow({ mode: "closed" });
      root.innerHTML = "<button style='width:120px;height:40px'>0</button>";
      root.firstChild.onclick = () => { root.firstChild.textContent = String(Number(root.firstChild.textContent) + 1); };
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "harmless-opt-out",
    description: "audio pad with the opt-out attribute around it",
    shouldFire: false,
    body: `<main><div data-switchboard-ignore><p><button id="b">Kick</button></p></div></main>`,
    act: clicks("#b", five),
  },
  {
    id: "harmless-swatches",
    description: "four small swatches, one after the other",
    shouldFire: false,
    body: `<main><div>${[1, 2, 3, 4].map((n) => `<button id="b${n}" style="width:18px;height:18px;padding:0"></button>`).join("")}</div></main>`,
    act: async (page) => {
      for (const n of [1, 2, 3, 4])
        await inTurn(clicks(`#b${n}`, { times: 1, every: 0 }), pause(120))(page);
    },
  },
  {
    id: "harmless-space",
    description: "fidgeting on the empty part of the page",
    shouldFire: false,
    body: `<main><div id="b" style="width:600px;height:400px"><p>Text</p></div></main>`,
    act: clicks("#b", { ...five, at: { x: 400, y: 300 } }),
  },
  {
    id: "harmless-right-clicks",
    description: "right clicks on a picture",
    shouldFire: false,
    body: `<main><figure><img id="b" width="200" height="150" alt=""></figure></main>`,
    act: clicks("#b", { ...five, button: "right" }),
  },
  {
    id: "harmless-shift-clicks",
    description: "clicks with Shift held",
    shouldFire: false,
    body: `<main><ul><li id="b">Row</li></ul></main>`,
    act: async (page) => {
      await page.keyboard.down("Shift");
      await clicks("#b", five)(page);
      await page.keyboard.up("Shift");
    },
  },
  {
    id: "harmless-editor",
    description: "clicks in an editor",
    shouldFire: false,
    body: `<main><div contenteditable=""><p id="b">Dear Ada,</p></div></main>`,
    act: clicks("#b", { ...five, at: { x: 30, y: 8 } }),
  },
  {
    id: "harmless-new-tab",
    description: "link that opens in a new tab",
    shouldFire: false,
    body: `<main><p><a id="b" target="_blank" href="/terms">Terms</a></p></main>`,
    act: clicks("#b", { times: 4, every: 150 }),
  },
  {
    id: "harmless-page-scrollbar",
    description: "scrollbar of the page",
    shouldFire: false,
    body: `<main style="height:2000px"><p id="b" style="width:100vw;margin:0;position:fixed;inset:0">Text</p></main>`,
    act: clicks("html", { ...five, at: { x: 994, y: 600 } }),
  },
  {
    id: "harmless-waking",
    description: "three clicks, of which the first wakes the window",
    shouldFire: false,
    body: `<main><section><button id="b">Send</button></section></main>`,
    act: async (page) => {
      await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        frame.contentWindow?.focus();
      });
      await page.evaluate(() => window.focus());
      await clicks("#b", { times: 3, every: 150 })(page);
    },
  },
  {
    id: "harmless-own-launcher",
    description: "the button of our own chat",
    shouldFire: false,
    body: `<main><p>Text</p></main>`,
    act: clicks("switchboard-widget button", { times: 4, every: 150 }),
  },
];
