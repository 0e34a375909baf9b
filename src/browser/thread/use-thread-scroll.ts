import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** This close to the end still counts as reading along. */
const nearEnd = 80;

interface ThreadScrollInput {
  /** Changes when another thread is shown. */
  readonly threadKey: string;
  readonly oldestKey: string | undefined;
  readonly newestKey: string | undefined;
  readonly count: number;
}

/** Decides where the thread stands: at the end while reading along, where it was otherwise, also when older messages come in above. */
export const useThreadScroll = ({ threadKey, oldestKey, newestKey, count }: ThreadScrollInput) => {
  const viewRef: RefObject<HTMLDivElement | null> = useRef(null);
  const contentRef: RefObject<HTMLDivElement | null> = useRef(null);
  const isAtEndRef = useRef(true);
  const before = useRef({ threadKey: "", oldestKey, newestKey, count: 0, height: 0 });
  const [unseen, setUnseen] = useState(0);

  const jumpToEnd = useCallback((behavior: ScrollBehavior = "smooth") => {
    const view = viewRef.current;
    if (view === null) return;
    isAtEndRef.current = true;
    view.scrollTo({ top: view.scrollHeight, behavior });
    setUnseen(0);
  }, []);

  useLayoutEffect(() => {
    const view = viewRef.current;
    if (view === null) return;
    const last = before.current;
    if (last.threadKey !== threadKey) {
      const unread = view.querySelector("[data-unread]");
      setUnseen(0);
      if (unread === null) jumpToEnd("instant");
      else unread.scrollIntoView({ block: "center", behavior: "instant" });
      isAtEndRef.current = view.scrollHeight - view.scrollTop - view.clientHeight < nearEnd;
    } else if (last.oldestKey !== oldestKey) {
      view.scrollTop += view.scrollHeight - last.height;
    } else if (last.newestKey !== newestKey) {
      if (isAtEndRef.current) jumpToEnd("instant");
      else setUnseen((unseenBefore) => unseenBefore + Math.max(1, count - last.count));
    }
    before.current = { threadKey, oldestKey, newestKey, count, height: view.scrollHeight };
  }, [threadKey, oldestKey, newestKey, count, jumpToEnd]);

  useEffect(() => {
    const content = contentRef.current;
    const view = viewRef.current;
    if (content === null || view === null) return;
    // the composer grew, an image loaded, the window turned: whoever reads along stays at the end
    const observer = new ResizeObserver(() => {
      before.current = { ...before.current, height: view.scrollHeight };
      if (isAtEndRef.current) view.scrollTop = view.scrollHeight;
    });
    observer.observe(content);
    observer.observe(view);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const view = viewRef.current;
    if (view === null) return;
    isAtEndRef.current = view.scrollHeight - view.scrollTop - view.clientHeight < nearEnd;
    if (isAtEndRef.current) setUnseen(0);
  }, []);

  return { viewRef, contentRef, onScroll, unseen, jumpToEnd };
};
