import { useRef, useState } from "react";
import { refusalOf, type Refusal } from "./refusal";

/** One action of the reader's, once at a time: a second click while it is under way does nothing. */
export function useAction<Input>(perform: (input: Input) => Promise<void>) {
  const underway = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const act = async (input: Input) => {
    if (underway.current) return;
    underway.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      await perform(input);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      underway.current = false;
      setBusy(false);
    }
  };
  return { busy, refusal, act, setRefusal };
}
