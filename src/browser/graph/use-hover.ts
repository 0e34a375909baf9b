import { useEffect, useRef, useState } from "react";

/** Long enough for the pointer to get from a line to its label. */
const grace = 160;

/** Tells whether the pointer is on any of the elements that were given the handlers, or has just left them. */
export function useHover() {
  const [isHovered, setHovered] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);
  return {
    isHovered,
    onPointerEnter: () => {
      clearTimeout(leaving.current);
      setHovered(true);
    },
    onPointerLeave: () => {
      clearTimeout(leaving.current);
      leaving.current = setTimeout(() => setHovered(false), grace);
    },
  };
}
