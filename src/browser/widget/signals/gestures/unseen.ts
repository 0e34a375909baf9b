/** What shows or sounds without a change of the document, by who has it. */
const methods: Readonly<Record<string, string>> = {
  HTMLMediaElement: "play",
  AudioScheduledSourceNode: "start",
  AudioBufferSourceNode: "start",
  SpeechSynthesis: "speak",
  Clipboard: "write writeText",
  Element: "animate",
  CanvasRenderingContext2D: "clearRect fillRect fill stroke drawImage fillText putImageData",
  WebGLRenderingContext: "drawArrays drawElements",
  WebGL2RenderingContext: "drawArrays drawElements",
};
/** A picture is drawn by thousands of calls; each canvas is told of once in so long. */
const drawnEveryMs = 50;

/**
 * Hears what no event and no observer tells of: sounds, animations and drawings that scripts start. For this it stands before the browser's
 * own methods, from now until the answer is called; whoever has put something before them in the meantime keeps it, and calls through us.
 *
 * @param hear gets the element that shows it; null where there is none.
 */
export const hearUnseen = (
  page: Window,
  now: () => number,
  hear: (element: Element | null) => void,
): (() => void) => {
  const drawnAt = new WeakMap<object, number>();
  const undo: (() => void)[] = [];
  const tell = (by: object): void => {
    const canvas: unknown = Reflect.get(by, "canvas");
    const element = by instanceof Element ? by : canvas instanceof Element ? canvas : null;
    // A film or sound that is not there.
    if (by instanceof HTMLMediaElement && by.networkState % 3 === 0) return;
    const key = element ?? by;
    if (now() - (drawnAt.get(key) ?? -drawnEveryMs) < drawnEveryMs) return;
    drawnAt.set(key, now());
    hear(element);
  };
  for (const [owner, names] of Object.entries(methods))
    for (const name of names.split(" ")) {
      const prototype: unknown = Reflect.get(Object(Reflect.get(page, owner)), "prototype");
      const own: unknown = Reflect.get(Object(prototype), name);
      if (typeof prototype !== "object" || prototype === null || typeof own !== "function")
        continue;
      const heard = function heard(this: object, ...values: unknown[]): unknown {
        try {
          tell(this);
        } catch {
          // What the page calls has to work whatever goes wrong here.
        }
        return Reflect.apply(own, this, values);
      };
      if (Reflect.set(prototype, name, heard))
        undo.push(() => {
          if (Reflect.get(prototype, name) === heard) Reflect.set(prototype, name, own);
        });
    }
  return () => {
    for (const back of undo) back();
  };
};

const fields = "input:not([type=password],[type=hidden]),textarea,select,output";

/**
 * Looks at what scripts change without a trace: what stands in the fields of the page, to be compared and for nothing else, and the size that
 * rules of style give it.
 *
 * @returns says whether it is different now; the size only where nothing else has changed that may be why.
 */
export const readTraceless = ({ document }: Window): ((isStill: boolean) => boolean) => {
  const read = (): unknown[] =>
    [...document.querySelectorAll(fields)].map((field) => Reflect.get(field, "value"));
  const height = document.body.offsetHeight;
  const before = read();
  return (isStill) => {
    if (isStill && document.body.offsetHeight !== height) return true;
    const now = read();
    return now.length !== before.length || now.some((one, index) => one !== before[index]);
  };
};
