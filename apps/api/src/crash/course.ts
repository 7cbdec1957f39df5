import { randomUUID } from "node:crypto";
import { LINK_HEADER } from "../access/links/link";
import { askUntilAnswered, type Writer } from "./asking";
import type { Deed, DeedKind } from "./deeds";
import { LEAD, SECOND } from "./network.queries";

/** The ids and keys of one request's way, from being asked for to its third call. */
export interface Course {
  readonly request: string;
  readonly tagging: string;
  readonly offer: string;
  readonly sessions: readonly string[];
  readonly more: string;
}

const CALLS = 3;
/** Writes in a course whose coaches say yes. */
export const DEEDS_A_COURSE = 6 + 2 * CALLS;
/** Of requests whose second coach says no. */
const DECLINED = 0.1;

export const newCourse = (): Course => ({
  request: randomUUID(),
  tagging: randomUUID(),
  offer: randomUUID(),
  sessions: Array.from({ length: CALLS }, () => randomUUID()),
  more: randomUUID(),
});

/** Who everybody is to the server. */
export interface Actors {
  readonly staff: Readonly<Record<string, string>>;
  readonly coach: Readonly<Record<string, string>>;
  readonly formToken: string;
  /** Tokens of links by session. */
  readonly ratings: ReadonlyMap<string, string>;
}

const SUBMIT = "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { requestId link } }";
const TAG = "mutation ($input: TagRequestInput!) { tagRequest(input: $input) { request { id } } }";
const OFFER = "mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { offer { id } } }";
const ANSWER = "mutation ($input: AnswerOfferInput!) { answerOffer(input: $input) { offer { state request { engagements { id } } } } }";
const LOG = "mutation ($input: LogSessionInput!) { logSession(input: $input) { session { id } } }";
const RATE = "mutation ($input: RateCallInput!) { rateCall(input: $input) { rating } }";
const MORE = "mutation ($input: AskMoreInput!) { askMore(input: $input) { page { id } } }";

/** The rest of a course cannot be gone. */
class Ended extends Error {}

interface Answered {
  readonly answerOffer: { readonly offer: { readonly request: { readonly engagements: readonly { readonly id: string }[] } } };
}

const byLink = (token: string) => ({ [LINK_HEADER]: token });

/** Goes one course as far as it can be gone: what is given up, or refused, ends it. */
export async function go(course: Course, actors: Actors, writer: Writer, keep: (deed: Deed, why: string | null) => void): Promise<void> {
  const { random } = writer;
  const act = async <Data>(deed: Omit<Deed, "outcome">, headers: Readonly<Record<string, string>>, query: string, input: unknown): Promise<Data> => {
    if (writer.isEnough()) throw new Ended();
    const { outcome, data, why } = await askUntilAnswered<Data>(writer, headers, query, input);
    keep({ ...deed, outcome }, why);
    if (data === null) throw new Ended();
    return data;
  };
  const deed = (kind: DeedKind, key: string, mails = 0) => ({ kind, key, mails });
  try {
    const { submitRequest } = await act<{ submitRequest: { requestId: string; link: string } }>(deed("submitRequest", course.request, 2), {}, SUBMIT, formOf(course.request, actors.formToken));
    const { requestId, link } = submitRequest;
    await act(deed("tagRequest", course.tagging), actors.staff, TAG, { requestId, topics: ["MBP-GRD"], idempotencyKey: course.tagging });
    await act(deed("makeOffer", course.offer, 2), actors.staff, OFFER, { id: course.offer, requestId, coachIds: [LEAD, SECOND], reason: "NOT_RECORDED" });
    const answer = (coachId: string, mails: number, said: object) => act<Answered>(deed("answerOffer", `${course.offer} ${coachId}`, mails), actors.staff, ANSWER, { offerId: course.offer, coachId, ...said });
    await answer(LEAD, 0, { answer: "ACCEPTED" });
    if (random() < DECLINED) {
      await answer(SECOND, 2, { answer: "DECLINED", why: "NO_TIME" });
      return;
    }
    const { answerOffer } = await answer(SECOND, 4, { answer: "ACCEPTED" });
    const engagementId = answerOffer.offer.request.engagements[0]?.id;
    for (const id of course.sessions) {
      await act(deed("logSession", id, 1), actors.coach, LOG, { id, engagementId, minutes: 45, challengeLevel: 2, note: `What was said. ${id}`, steps: [{ text: "Try it in one class." }] });
      await act(deed("rateCall", id), byLink(actors.ratings.get(id) ?? ""), RATE, { rating: 1 + Math.floor(random() * 5) });
    }
    await act(deed("askMore", course.more, 1), byLink(link.split("/").at(-1) ?? ""), MORE, { kind: "MESSAGE", text: `May we bring a colleague? ${course.more}`, idempotencyKey: course.more });
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
}

const formOf = (key: string, formToken: string) => ({
  idempotencyKey: key,
  systemName: `System ${key}`,
  state: "OH",
  narrative: `Our grades say little of what students know: ${key}`,
  urgency: "HIGH",
  email: `${key}@crash.example`,
  secondsToSubmit: 40,
  formToken,
});
