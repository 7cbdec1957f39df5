import type { Candidate } from "./candidates";
import type { Work } from "./work";

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
const whole = (value: number): string => value.toLocaleString("en-US");
const percent = (share: number): string => `${Math.round(share * 100)}%`;

interface Taken {
  readonly candidate: Candidate;
  readonly work: Work;
  /** The topic's mean part of its requests' tags. */
  readonly part: number;
  readonly preparation: number;
  readonly hoursGiven: number | null;
  readonly windowDays: number;
  readonly unknownHours: number;
  readonly change: { readonly added: number; readonly addedHours: number; readonly lost: string | null } | null;
}

/** What an outlook takes for granted, as sentences. */
export function assumptionsOf({ candidate, work, part, preparation, hoursGiven, windowDays, unknownHours, change }: Taken): string[] {
  const { label } = candidate.topic;
  const rate = work.rate?.value ?? 0;
  const hours =
    hoursGiven === null
      ? `A relationship takes ${tenth(rate)} hours of sessions a month (minutes are recorded of ${whole(work.timedSessions)} of ${whole(work.sessions)} sessions), and for each of them ${tenth(preparation)} ${preparation === 1 ? "hour" : "hours"} of preparation and notes.`
      : `A relationship takes ${tenth(hoursGiven)} hours a month in all, as given.`;
  return [
    `Requests on “${label}” go on coming as in the last ${windowDays} days, at random and independently of each other; every one of them needs a specialist who lists it, and nobody gives up.`,
    "They are served in the order in which they come, as soon as any of these specialists has room. The days that finding the match itself takes come on top.",
    hours,
    ...(part < 0.995 ? [`Of that, ${percent(part)} falls on “${label}”: a relationship takes its hours in equal parts from all topics of its request, as specialists' hours are split over the topics they list.`] : []),
    `Relationships last as ${work.lengthsOfTopic ? `those on “${label}” have` : "all in scope have, since too few on the topic have ended"}, those still open counted for as long as they have gone on; a referral ends one as well.`,
    ...(unknownHours > 0 ? [`${unknownHours === 1 ? "One specialist whose hours are" : `${unknownHours} specialists whose hours are`} not known count for none.`] : []),
    ...(change !== null && change.added > 0 ? [`${change.added === 1 ? "The added specialist gives" : "The added specialists each give"} ${tenth(change.addedHours)} hours a month to “${label}”, from the first day.`] : []),
    ...(change?.lost != null ? [`The specialists of ${change.lost} leave on the first day; those who stay take over their open relationships.`] : []),
  ];
}
