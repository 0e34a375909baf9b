import type { Clock } from "../../clock.ts";
import { guarded } from "../../guard.ts";
import { listen } from "../listen.ts";
import { echoes, findRoots, isIn, isNear, isOldAlert, isSeen, type Spot } from "./spot.ts";
import { hearUnseen, readTraceless } from "./unseen.ts";

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
  /** Whether something has changed that leaves no trace (`readTraceless`); known from the second press on. */
  hasChanged: (isStill: boolean) => boolean;
  /** Nothing has changed on its own account since. */
  isStill: boolean;
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
  /** Once a press is over and the page has handled it: whatever a second one does must not be missed. */
  readonly lookClosely: () => void;
  /** It was no gesture. */
  readonly drop: (press: Press) => void;
  /** All answers that come in time have come. */
  readonly judge: (press: Press) => void;
}

/** The browser's own answers, for which no script has to change the page. */
const answeringEvents = "invalid toggle copy fullscreenchange";
/** These come by themselves too, from a film that loops. */
const mediaEvents = "playing pause seeking volumechange ratechange";
/** What shows the time changes once a second, give or take what timers are late. */
const tickMs = 1_000;
const tickErrorMs = 60;
const clockText = /^.{0,20}\d.{0,20}$/s;
/** Input that comes with the pointer's way to the spot and with the keyboard. */
const otherInput = /move|over|out|enter|leave|wheel|key/;

/**
 * Watches what the page does after a gesture, and only then. What changes while the page handles the gesture answers it, wherever it is.
 * Somebody who presses again gets a closer look: what sounds, moves or is drawn without a change of the document, what is written into fields,
 * and what changes in the shadow roots elsewhere on the page. What changes by itself answers the oldest gesture that is open, and all of them when none follows; at once in the neighbourhood, from
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
  const changedAt = new WeakMap<Node, number>();
  const told = new Map<string, number>();
  let presses: Press[] = [];
  let cancelEnd = (): void => {};
  let stopHearing: (() => void) | null = null;

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
    for (const press of presses) press.isStill = false;
    for (const [node, isInArea] of nodes) {
      const since = at - (changedAt.get(node) ?? Number.NaN);
      changedAt.set(node, at);
      if (Math.abs(since - tickMs) < tickErrorMs && clockText.test(node.textContent ?? ""))
        background.add(node);
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

  /** The event that the page is handling, where it is one of a press. */
  const pressing = (): string | null => {
    const event: unknown = Reflect.get(page, "event");
    return event instanceof UIEvent ? event.type : null;
  };

  const observer = new MutationObserver(
    guarded((records: MutationRecord[]) => {
      const at = clock.steady();
      const type = pressing();
      const last = presses.at(-1);
      if (last === undefined) return;
      const isClick = type === "click";
      const seen = records.filter(
        (one) =>
          isSeen(one, last.spot, type !== null && !isClick) &&
          !isOldAlert(one, last.spot, last.id, told),
      );
      if (type === null)
        return happen(at, new Map(seen.map((one) => [one.target, isNear(one, last.spot)])));
      if (otherInput.test(type)) return;
      if (seen.some((one) => isClick || one.type !== "attributes")) return answer(last);
      // A class that comes and goes with the pointer shows the press; only one that stays is an answer.
      for (const node of new Set(seen.map(({ target }) => target)))
        if (!last.marked.delete(node)) last.marked.add(node);
    }),
  );
  const observe = (root: Node): void =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });

  /** Something sounds, moves or is drawn. What a control does with itself while it is held down shows the press. */
  const hear = (element: Element | null): void => {
    const type = pressing();
    const last = presses.at(-1);
    if (last === undefined || (element !== null && echoes.has(element))) return;
    const isInArea = element === null || isIn(last.spot.area, element);
    if (type === null) return happen(clock.steady(), [[element ?? document, isInArea]]);
    const isHeld = type !== "click" && element !== null && isIn(last.spot.pressed, element);
    if (!otherInput.test(type) && !isHeld) answer(last);
  };

  const lookClosely = (): void => {
    if (presses.length === 0 || stopHearing !== null) return;
    stopHearing = hearUnseen(page, clock.steady, guarded(hear));
    findRoots(document).forEach(observe);
  };

  const end = (): void => {
    observer.disconnect();
    stopHearing?.();
    stopHearing = null;
    const now = clock.steady();
    for (const [node, { count, at }] of late)
      if (count > 1 && now - at <= watchMs / count + 100) background.add(node);
    const ended = presses;
    presses = [];
    counts.clear();
    late.clear();
    told.clear();
    for (const press of ended)
      if (press.by !== null && [...press.by.keys()].every((node) => background.has(node)))
        set(press, false);
  };

  listen(stop, page, answeringEvents, answerAll);
  listen(stop, page, mediaEvents, ({ target }) => {
    if (target instanceof Node) happen(clock.steady(), [[target, true]]);
  });
  listen(stop, page, "submit", (event) => {
    // A form that the page sends itself is answered by what then changes.
    clock.after(0, () => {
      if (!event.defaultPrevented) answerAll();
    });
  });
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
  stop.addEventListener("abort", () => {
    observer.disconnect();
    stopHearing?.();
  });

  return {
    answer,
    watch: (press) => {
      const others = presses.filter((one) => one !== press);
      if (others.length === presses.length && others.length > 0) {
        press.hasChanged = readTraceless(page);
        lookClosely();
      }
      presses = [...others, press];
      [document, ...press.spot.roots].forEach(observe);
      cancelEnd();
      cancelEnd = clock.after(watchMs, end);
    },
    lookClosely,
    drop: (press) => {
      presses = presses.filter((one) => one !== press);
    },
    judge: (press) => {
      if (page.location.href !== press.url || press.hasChanged(press.isStill)) answer(press);
      // What changed after the last gesture may be one answer to all.
      if (press === presses.at(-1))
        for (const one of presses)
          if ([...(one.by?.values() ?? [])].some((at) => at >= press.at)) set(one, true);
    },
  };
};

const checkedOf = (target: EventTarget | null): unknown =>
  target instanceof HTMLInputElement && target.checked;
