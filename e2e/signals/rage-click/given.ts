import { clicks, inTurn, keys, type RageScenario, taps } from "./scenario.ts";

const five = { times: 5, every: 120 };

/** The scenarios of `behavior-vectors.json`, each page built from its description. */
export const givenScenarios: readonly RageScenario[] = [
  {
    id: "T01",
    description: "dead button",
    shouldFire: true,
    body: `<main><section><button id="b">Pay now</button></section></main>`,
    act: clicks("#b", five),
  },
  {
    id: "T02",
    description: "disabled button",
    shouldFire: true,
    body: `<main><section><button id="b" disabled>Pay <span>now</span></button></section></main>`,
    act: clicks("#b", five),
  },
  {
    id: "T03",
    description: "dead text, which becomes selected",
    shouldFire: true,
    body: `<main><section><div id="b">Show more details about this order</div></section></main>`,
    act: clicks("#b", { times: 6, every: 120, at: { x: 20, y: 8 } }),
  },
  {
    id: "T04",
    description: "icon, then label of one dead button",
    shouldFire: true,
    body: `<main><section><button id="b" style="padding:4px"><svg width="16" height="16"><rect width="16" height="16"/></svg><span>Buy</span></button></section></main>`,
    act: inTurn(
      clicks("#b svg", { times: 2, every: 120 }),
      clicks("#b span", { times: 3, every: 120 }),
    ),
  },
  {
    id: "T06",
    description: "taps on a dead button",
    shouldFire: true,
    isTouch: true,
    body: `<main><section><button id="b" style="padding:12px">Pay now</button></section></main>`,
    act: taps("#b", five),
  },
  {
    id: "T07",
    description: "link to # that the page prevents",
    shouldFire: true,
    body: `<main><p><a id="b" href="#" onclick="event.preventDefault()">Details</a></p></main>`,
    act: clicks("#b", five),
  },
  {
    id: "T08",
    description: "dead button in an open shadow root",
    shouldFire: true,
    body: `<main><x-card id="c"></x-card></main><script>
      document.getElementById("c").attachShadow({ mode: "open" }).innerHTML = "<div><button id='b'>Pay now</button></div>";
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "T09",
    description: "checkbox that refuses, by its label",
    shouldFire: true,
    body: `<main><form><label id="b"><input type="checkbox" id="i"> I agree to the terms</label></form></main><script>
      document.getElementById("i").addEventListener("change", (event) => { event.target.checked = false; });
    </script>`,
    act: clicks("#b", { times: 4, every: 120, at: { x: 60, y: 8 } }),
  },
  {
    id: "T11",
    description: "spinner on the first click, then nothing",
    shouldFire: true,
    body: `<main><section><button id="b">Pay now</button></section></main><script>
      let sent = false;
      document.getElementById("b").addEventListener("click", (event) => {
        if (sent) return;
        sent = true;
        event.currentTarget.append(Object.assign(document.createElement("i"), { className: "spinner" }));
      });
    </script>`,
    act: clicks("#b", five),
  },
  {
    id: "T12",
    description: "dead button named Next",
    shouldFire: true,
    body: `<main><section><button id="b">Next</button></section></main>`,
    act: clicks("#b", five),
  },
  {
    id: "T13",
    description: "dead button named +",
    shouldFire: true,
    body: `<main><section><button id="b">+</button></section></main>`,
    act: clicks("#b", five),
  },
  {
    id: "F01",
    description: "stepper that works",
    shouldFire: false,
    body: `<main><div><button>−</button> <b id="n">1</b> <button id="b">+</button></div></main><script>
      document.getElementById("b").addEventListener("click", () => {
        const n = document.getElementById("n");
        n.textContent = String(Number(n.textContent) + 1);
      });
    </script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
  {
    id: "F03",
    description: "carousel",
    shouldFire: false,
    body: `<main><div id="c"><div id="track" style="display:flex;transition:transform .3s">${"<img width=80 height=60 alt=''>".repeat(9)}</div><button id="b" aria-label="Next slide">›</button></div></main><script>
      let at = 0;
      document.getElementById("b").addEventListener("click", () => {
        document.getElementById("track").style.transform = "translateX(" + -80 * ++at + "px)";
      });
    </script>`,
    act: clicks("#b", { times: 6, every: 180 }),
  },
  {
    id: "F04",
    description: "calendar chevron without a name",
    shouldFire: false,
    body: `<main><div><header><span id="m" style="display:inline-block;width:90px">May</span><span id="b" style="cursor:pointer"><svg width="20" height="20"><path d="M0 0h20v20z"/></svg></span></header><table id="t"><tr><td>1</td></tr></table></div></main><script>
      let month = 5;
      document.getElementById("b").addEventListener("click", () => {
        month += 1;
        document.getElementById("m").textContent = "Month " + month;
        document.getElementById("t").innerHTML = "<tr>" + "<td>1</td>".repeat(month) + "</tr>";
      });
    </script>`,
    act: clicks("#b", { times: 6, every: 150, at: { x: 10, y: 10 } }),
  },
  {
    id: "F05",
    description: "triple click on a paragraph",
    shouldFire: false,
    body: `<main><p id="b">Orders placed before noon are sent on the same day.</p></main>`,
    act: clicks("#b", { times: 3, every: 100, at: { x: 60, y: 8 } }),
  },
  {
    id: "F06",
    description: "triple click in a text field",
    shouldFire: false,
    body: `<main><form><input id="b" value="ada@example.com"></form></main>`,
    act: clicks("#b", { times: 3, every: 100 }),
  },
  {
    id: "F08",
    description: "label of a checkbox, toggled twice",
    shouldFire: false,
    body: `<main><form><label id="b"><input type="checkbox"> Newsletter</label></form></main>`,
    act: clicks("#b", { times: 2, every: 150, at: { x: 40, y: 8 } }),
  },
  {
    id: "F09",
    description: "switch flipped four times",
    shouldFire: false,
    body: `<main><form><button id="b" type="button" role="switch" aria-checked="false">Dark</button></form></main><script>
      document.getElementById("b").addEventListener("click", ({ currentTarget }) => {
        currentTarget.setAttribute("aria-checked", String(currentTarget.getAttribute("aria-checked") !== "true"));
      });
    </script>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "F10",
    description: "Enter on a button that works",
    shouldFire: false,
    body: `<main><button id="b" autofocus>More</button><ul id="l"></ul></main><script>
      document.getElementById("b").addEventListener("click", () => document.getElementById("l").append(document.createElement("li")));
    </script>`,
    act: inTurn((page) => page.locator("#b").focus(), keys("Enter", five)),
  },
  {
    id: "F11",
    description: "clicks by the page's own script",
    shouldFire: false,
    body: `<main><button id="b">Ping</button></main>`,
    act: async (page) => {
      await page.evaluate(async () => {
        for (let done = 0; done < 8; done += 1) {
          document.getElementById("b")?.click();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      });
    },
  },
  {
    id: "F13",
    description: "scrollbar of a box",
    shouldFire: false,
    head: "<style>::-webkit-scrollbar{width:16px;background:#ddd}::-webkit-scrollbar-thumb{background:#888}</style>",
    body: `<main><div id="b" style="width:300px;height:200px;overflow:scroll"><div style="height:260px">Terms</div></div></main>`,
    act: clicks("#b", { times: 5, every: 150, at: { x: 292, y: 170 } }),
  },
  {
    id: "F14",
    description: "canvas",
    shouldFire: false,
    body: `<main><canvas id="b" width="300" height="200"></canvas></main>`,
    act: clicks("#b", { times: 8, every: 100 }),
  },
  {
    id: "F15",
    description: "zoom of a map",
    shouldFire: false,
    body: `<main><div id="map" style="position:relative;width:400px;height:300px"><div class="pane"><div class="tiles" id="tiles" style="transform:scale(1)"></div></div><div class="controls"><a id="b" href="#" role="button" aria-label="Zoom in">+</a></div></div></main><script>
      let zoom = 1;
      document.getElementById("b").addEventListener("click", (event) => {
        event.preventDefault();
        zoom += 1;
        requestAnimationFrame(() => { document.getElementById("tiles").style.transform = "scale(" + zoom + ")"; });
      });
    </script>`,
    act: clicks("#b", { times: 5, every: 150 }),
  },
  {
    id: "F16",
    description: "surface of a video",
    shouldFire: false,
    body: `<main><video id="b" width="320" height="180"></video></main>`,
    act: clicks("#b", { times: 4, every: 150 }),
  },
  {
    id: "F18",
    description: "range slider",
    shouldFire: false,
    body: `<main><form><input type="range" id="b" style="width:300px"></form></main>`,
    act: clicks("#b", { times: 4, every: 150 }),
  },
  {
    id: "F19",
    description: "five stacked notices dismissed at one spot",
    shouldFire: false,
    body: `<main><div id="stack" style="position:relative;height:60px"></div></main><script>
      for (let n = 1; n <= 5; n += 1) {
        const notice = document.createElement("div");
        notice.style = "position:absolute;inset:0;background:#eee";
        notice.innerHTML = "Notice " + n + " <button class='close'>×</button>";
        notice.querySelector("button").addEventListener("click", () => notice.remove());
        document.getElementById("stack").append(notice);
      }
    </script>`,
    act: async (page) => clicks("#stack div:last-child .close", { times: 5, every: 200 })(page),
  },
  {
    id: "F20",
    description: "clap button",
    shouldFire: false,
    body: `<main><article><button id="b">👏 <span id="n">0</span></button></article></main><script>
      let claps = 0;
      document.getElementById("b").addEventListener("click", () => { document.getElementById("n").textContent = String(++claps); });
    </script>`,
    act: clicks("#b", { times: 8, every: 110 }),
  },
  {
    id: "F21",
    description: "Space on a checkbox",
    shouldFire: false,
    body: `<main><form><label><input type="checkbox" id="b"> Newsletter</label></form></main>`,
    act: inTurn((page) => page.locator("#b").focus(), keys("Space", five)),
  },
  {
    id: "F23",
    description: "PIN pad, 1111",
    shouldFire: false,
    body: `<main><div id="pad"><output id="o" style="display:block;height:30px"></output><div><button id="b">1</button><button>2</button></div></div></main><script>
      document.getElementById("b").addEventListener("click", () => { document.getElementById("o").textContent += "•"; });
    </script>`,
    act: clicks("#b", { times: 4, every: 180 }),
  },
  {
    id: "F24",
    description: "Tab and Enter over several buttons",
    shouldFire: false,
    body: `<main>${"<button>Go</button> ".repeat(5)}</main>`,
    act: async (page) => {
      for (let done = 0; done < 5; done += 1) {
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.waitForTimeout(80);
      }
    },
  },
  {
    id: "F25",
    description: "silent audio pad, which answers by sound only",
    shouldFire: false,
    body: `<main><div class="pads"><button id="b" style="padding:20px">Kick</button></div></main><script>
      document.getElementById("b").addEventListener("pointerdown", () => { const tone = 440; return tone; });
    </script>`,
    act: clicks("#b", { times: 6, every: 150 }),
  },
];
