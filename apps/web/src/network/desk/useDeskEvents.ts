import { useEffect, useEffectEvent, useState } from "react";

const TOGETHER_MS = 120;
const POLL_MS = 15_000;

/**
 * Hears that something about a request changed, and looks every 15 seconds where it cannot hear. A window that nobody sees hears nothing, and looks when it is seen again.
 * @returns whether it hears.
 */
export function useDeskEvents(onChange: (requestIds: ReadonlySet<string>) => void): boolean {
  const [live, setLive] = useState(false);
  const tell = useEffectEvent(onChange);

  useEffect(function hearOfChanges() {
    let source: EventSource | null = null;
    let timer: number | undefined;
    let hears = false;
    const waiting = new Set<string>();
    const heard = (hearing: boolean) => {
      hears = hearing;
      setLive(hearing);
    };
    const soon = (id: string) => {
      waiting.add(id);
      timer ??= window.setTimeout(() => {
        timer = undefined;
        const ids = new Set(waiting);
        waiting.clear();
        tell(ids);
      }, TOGETHER_MS);
    };
    const close = () => {
      source?.close();
      source = null;
      heard(false);
    };
    const open = () => {
      if (source !== null && source.readyState !== EventSource.CLOSED) return;
      source = new EventSource("/api/desk/events");
      source.addEventListener("open", () => heard(true));
      source.addEventListener("error", () => heard(false));
      source.addEventListener("changed", (event: MessageEvent<string>) => soon((JSON.parse(event.data) as { requestId: string }).requestId));
    };
    const seen = () => {
      if (document.hidden) return close();
      open();
      soon("*");
    };
    const poll = window.setInterval(() => {
      if (document.hidden || hears) return;
      open();
      soon("*");
    }, POLL_MS);
    if (!document.hidden) open();
    document.addEventListener("visibilitychange", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      window.clearInterval(poll);
      window.clearTimeout(timer);
      source?.close();
    };
  }, []);
  return live;
}
