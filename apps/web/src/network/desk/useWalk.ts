import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { beside, deskPlace, keepPlace } from "./deskPlace";

const PAST_THE_END = "That was the last one that the queue showed. U goes back to it.";
const PAST_THE_BEGINNING = "That was the first one that the queue showed. U goes back to it.";

/**
 * From an open request on through the queue as it was left, which remembers where one is.
 * @param tell says that there is no other. @returns what goes on: whether the request was in the queue.
 */
export function useWalk(id: string, tell: (text: string) => void): (by: 1 | -1) => boolean {
  const navigate = useNavigate();
  useEffect(
    function rememberWhichIsOpen() {
      keepPlace({ opened: id });
    },
    [id],
  );
  return (by) => {
    const { ids } = deskPlace();
    const next = beside(ids, id, by);
    if (!ids.includes(id)) return false;
    if (next === null) tell(by === 1 ? PAST_THE_END : PAST_THE_BEGINNING);
    else void navigate({ to: "/desk/$request", params: { request: next } });
    return true;
  };
}
