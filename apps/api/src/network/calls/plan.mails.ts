import { invitationOf, type Named } from "./calendar";
import type { PlannedCallRow } from "./call.table";
import type { CallPeople } from "./plan.queries";
import { named } from "./rate.mails";

/** A time as its reader's clock shows it, with the zone's name. */
const timeIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZone, timeZoneName: "short" }).format(at);

const HOW: Readonly<Record<PlannedCallRow["mode"], string>> = { video: "by video", phone: "by telephone", in_person: "in person", email: "by e-mail" };

/** What is said of a call: that it is planned, was moved, is soon, or is off. */
export type CallNews = "planned" | "moved" | "soon" | "off";

interface Addressee {
  readonly name: string | null;
  readonly address: string;
  readonly isLeader: boolean;
}

/** Everybody who is written to about a call, each once. */
export function addresseesOf({ leader, coaches }: CallPeople): Addressee[] {
  const all = [
    ...(leader.address === null ? [] : [{ name: leader.name, address: leader.address, isLeader: true }]),
    ...coaches.flatMap(({ name, address }) => (address === null ? [] : [{ name, address, isLeader: false }])),
  ];
  return all.filter(({ address }, place) => all.findIndex((each) => each.address.toLowerCase() === address.toLowerCase()) === place);
}

/** A call's mail to one of those whom it concerns, with what their calendar takes in. Answers reach who made it, else the request's owner. */
export function callMail(call: PlannedCallRow, people: CallPeople, news: CallNews, to: Addressee, madeBy: Named | null) {
  const when = timeIn(call.startsAt, call.timeZone);
  const coaches = named(people.coaches.map(({ name }) => name));
  const withWhom = to.isLeader ? `with ${coaches}` : `with ${people.leader.name ?? "the leader"} of ${people.systemName}`;
  const sentence = {
    planned: `Your coaching call ${withWhom} is on ${when}, ${HOW[call.mode]}, for ${call.minutes} minutes.`,
    moved: `Your coaching call ${withWhom} was moved. It is now on ${when}, ${HOW[call.mode]}, for ${call.minutes} minutes.`,
    soon: `Your coaching call ${withWhom} is on ${when}, ${HOW[call.mode]}.`,
    off: `Your coaching call ${withWhom} on ${when} is off.`,
  }[news];
  const organizer = madeBy ?? people.owner;
  // Nobody writes to themselves.
  const answers = organizer?.address.toLowerCase() === to.address.toLowerCase() ? null : organizer;
  const attendees = addresseesOf(people).map(({ name, address }) => ({ name: name ?? address, address }));
  const calendar = invitationOf({ ...call, summary: `Coaching call: ${people.systemName} with ${coaches}`, organizer, attendees });
  return {
    requestId: people.requestId,
    paragraphs: [to.name ? `Hello ${to.name},` : "Hello,", sentence, ...(call.place !== null && news !== "off" ? [`Where: ${call.place}`] : [])],
    ...(to.isLeader ? { action: "See your page", linkTo: { kind: "request", subjectId: people.requestId } } : { action: "Open the caseload", link: `/caseload/${encodeURIComponent(call.engagementId)}` }),
    notes: [news === "off" ? "The entry in your calendar goes with it." : "The invitation is attached, for your calendar.", ...(answers ? [`Does the time not suit? Answer this mail: it reaches ${answers.name}.`] : [])],
    ...(answers && { replyTo: answers }),
    ...(news === "soon" ? { canStop: true } : { calendar }),
  };
}
