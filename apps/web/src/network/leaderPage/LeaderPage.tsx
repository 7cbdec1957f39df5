import { useEffect, useState } from "react";
import type { OpenPageProps } from "../../open/page";
import { useAnswer } from "../../open/send";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading } from "../../open/ui/States";
import { Cards } from "./Cards";
import { Coaching } from "./Coaching";
import { Colleague } from "./Colleague";
import { Details } from "./Details";
import { More } from "./More";
import { Needs } from "./Needs";
import { PAGE } from "./page";
import { passing } from "./passing";
import { Stop } from "./Stop";
import { finding, next } from "./words";

/** A leader's own page, by the private link of their request. */
export function LeaderPage({ token }: OpenPageProps) {
  const { data, error, again } = useAnswer(PAGE, {}, token);
  // The form leads here; whoever comes back later comes by mail.
  const [isNew] = useState(() => window.location.hash === "#thanks");
  useEffect(() => {
    if (isNew) window.history.replaceState(null, "", window.location.pathname);
  }, [isNew]);
  const page = data?.leaderPage;
  if (!page) return <Frame>{error ? <Failed error={error} again={() => void again()} /> : <Loading />}</Frame>;
  const part = { page, token, again };
  const isOver = page.withdrawnAt !== null && page.matchedAt === null;
  const { needsCoaches, isGone } = passing(page) ?? { needsCoaches: true, isGone: false };
  return (
    <Frame>
      <h1>{finding(page, isNew)}</h1>
      <p>{next(page)}</p>
      {isNew && <p>We have sent a mail with the link to this page. If it is not there in a few minutes, look in your spam folder.</p>}
      {/* What was asked before a stop is asked no more. */}
      <Cards key={isOver ? "stopped" : "open"} {...part} />
      <Coaching {...part} />
      {!isOver && needsCoaches && page.matchedAt === null && <Details {...part} />}
      <Needs {...part} />
      {!isOver && <More {...part} />}
      {!isOver && page.matchedAt !== null && <Details {...part} />}
      {!isOver && <Colleague {...part} />}
      {isOver ? (
        <p>
          <a href="/ask">Ask for help anew</a>
        </p>
      ) : (
        !isGone && <Stop {...part} />
      )}
    </Frame>
  );
}
