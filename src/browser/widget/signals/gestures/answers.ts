import type { Clock } from "../../clock.ts";
import { guarded } from "../../guard.ts";
import { listen } from "../listen.ts";
import { isIn, isNear, isSeen, type Spot } from "./spot.ts";

/** A gesture and its answer belong together up to this long. */
export const answerMs = 400;
/** How long the page is watched after a gesture; what goes on after `answerMs` is what moves without gestures. */
const watchMs = 1_200;

/** One press of the pointer and what has answered it. */
export interface Press {
  readonly id: number;
  readonly spot: Spot;
  readonly down: PointerEvent;
  readonly url: string;
  click: Event | null;
  /** What has another attribute since the pointer went down, by its going down or up. */
  readonly marked: Set<Node>;
  /** When the pointer was let go; until then, when it went down. */
  at: number;
  isAnswered: boolean;
  /** What changed on its own account within the time, and when last; null once something answered that the press itself has caused. */
  by: Map<Node, number> | null;
}

export interface Answers {
  /** Begins to watch, at pointerdown or when the pointer has been let go. */
  readonly watch: (press: Press) => void;
  readonly answer: (press: Press) => void;
  /** It was no gesture. */
  readonly drop: (press: Press) => void;
  /** All answers that come in time have come. */
  readonly judge: (press: Press) => void;
}

/** The browser's own answers, for which no script has to change the page. */
const answeringEvents = "submit invalid toggle copy play pause seeking volumechange";
/** Input that comes with the pointer's way to the spot and with the keyboard. */
const otherInput = /move|over|out|enter|leave|wheel|key/;

/**
 * Watches what the page does after a gesture, and only then. What changes while the page handles the gesture answers it, wherever it is.
 * What changes by itself answers the oldest gesture that is open, and all of them when none follows; at once in the neighbourhood, from
 * the second time on far away. What then goes on without gestures is background, now and later, and its answers are taken back.
 *
 * @param tell hears of a press when it has become answered, or is so no more.
 */
export const watchAnswers = (
  page: Window,
  clock: Clock,
  stop: AbortSignal,
  tell: (press: Press) => void,
): Answers => {
  const { document } = page;
  const background = new WeakSet<Node>();
  const counts = new Map<Node, number>();
  const late = new Map<Node, { count: number; at: number }>();
  let presses: Press[] = [];
  let cancelEnd = (): void => {};

  const set = (press: Press, isAnswered: boolean): void => {
    if (press.isAnswered === isAnswered) return;
    press.isAnswered = isAnswered;
    tell(press);
  };
  const answer = (press: Press): void => {
    press.by = null;
    set(press, true);
  };
  const open = (at: number): Press[] => presses.filter((press) => at - press.at <= answerMs);
  const answerAll = (): void => open(clock.steady()).forEach(answer);

  /** Nodes changed on their own account, all at once; true where they are in the neighbourhood. */
  const happen = (at: number, nodes: Iterable<readonly [Node, boolean]>): void => {
    let answers = 0;
    for (const [node, isInArea] of nodes) {
      if (background.has(node)) continue;
      if (open(at).length === 0) {
        late.set(node, { at, count: (late.get(node)?.count ?? 0) + 1 });
        continue;
      }
      const count = (counts.get(node) ?? 0) + 1;
      counts.set(node, count);
      if (!isInArea && count === 1) continue;
      answers = Math.max(answers, isInArea || count > 2 ? 1 : 2);
      for (const press of open(at)) press.by?.set(node, at);
    }
    for (const press of open(at)
      .filter(({ isAnswered }) => !isAnswered)
      .slice(0, answers))
      set(press, true);
  };

  const observer = new MutationObserver(
    guarded((records: MutationRecord[]) => {
      const at = clock.steady();
      const event: unknown = Reflect.get(page, "event");
      const last = presses.at(-1);
      const seen = records.filter(isSeen);
      if (last === undefined) return;
      if (!(event instanceof UIEvent))
        return happen(at, new Map(seen.map((one) => [one.target, isNear(one, last.spot)])));
      if (otherInput.test(event.type)) return;
      const isClick = event.type === "click";
      if (seen.some(({ type }) => isClick || type !== "attributes")) return answer(last);
      // A class that comes and goes with the pointer shows the press; only one that stays is an answer.
      for (const node of new Set(seen.map(({ target }) => target)))
        if (!last.marked.delete(node)) last.marked.add(node);
    }),
  );

  const end = (): void => {
    observer.disconnect();
    const now = clock.steady();
    for (const [node, { count, at }] of late)
      if (count > 1 && now - at <= watchMs / count + 100) background.add(node);
    const ended = presses;
    presses = [];
    counts.clear();
    late.clear();
    for (const press of ended)
      if (press.by !== null && [...press.by.keys()].every((node) => background.has(node)))
        set(press, false);
  };

  listen(stop, page, answeringEvents, answerAll);
  listen(stop, page, "input change", ({ target }) => {
    const isChecked = checkedOf(target);
    // A box that refuses is unchecked again when the page has handled the event.
    clock.after(0, () => {
      if (checkedOf(target) === isChecked) answerAll();
    });
  });
  listen(stop, page, "blur visibilitychange", ({ target }) => {
    if (target === page || target === document) answerAll();
  });
  listen(stop, page, "scroll", ({ target }) => {
    const spot = presses.at(-1)?.spot;
    if (target instanceof Node && spot !== undefined)
      happen(clock.steady(), [[target, target.contains(spot.target) || isIn(spot.area, target)]]);
  });
  stop.addEventListener("abort", () => observer.disconnect());

  return {
    answer,
    watch: (press) => {
      presses = [...presses.filter((one) => one !== press), press];
      for (const root of [document, ...press.spot.roots])
        observer.observe(root, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      cancelEnd();
      cancelEnd = clock.after(watchMs, end);
    },
    drop: (press) => {
      presses = presses.filter((one) => one !== press);
    },
    judge: (press) => {
      if (page.location.href !== press.url) answer(press);
      // What changed after the last gesture may be one answer to all.
      if (press === presses.at(-1))
        for (const one of presses)
          if ([...(one.by?.values() ?? [])].some((at) => at >= press.at)) set(one, true);
    },
  };
};

const checkedOf = (target: EventTarget | null): unknown =>
  target instanceof HTMLInputElement && target.checked;
