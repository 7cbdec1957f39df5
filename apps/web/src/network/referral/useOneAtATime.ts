import { useRef, useState } from "react";

/** Work that a button begins, once at a time and until the page shows what came of it: a second tap meanwhile does nothing. */
export function useOneAtATime<Given>(work: (given: Given) => Promise<void>): readonly [isUnderWay: boolean, begin: (given: Given) => Promise<void>] {
  const [isUnderWay, setUnderWay] = useState(false);
  const begun = useRef(false);
  const begin = async (given: Given) => {
    if (begun.current) return;
    begun.current = true;
    setUnderWay(true);
    try {
      await work(given);
    } finally {
      begun.current = false;
      setUnderWay(false);
    }
  };
  return [isUnderWay, begin];
}
