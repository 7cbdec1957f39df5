import { randomUUID } from "node:crypto";
import type { Context } from "../../context";
import type { Database } from "../../db/client";
import { badInput, conflict, DomainError } from "../../errors";
import { enqueueMail } from "../../jobs/mail.queries";
import { ownerByRequest, type RequestOwner } from "../requests/care.loader";
import { settleLeader, settleSystems } from "../systems/settle.queries";
import { systemId } from "../systems/system.identity";
import { addRequest, claimKey, fingerprint, formAge, isState, keepLeader, keepSystem, linkForSender, requestsFor, stateOfLeaid, submissionOf, systemName } from "./intake.queries";
import type { SubmittedRequest } from "./intake.input";
import type { SubmitRequestPayload } from "./intake.type";
import { newRequestMail, requestReceivedMail } from "./received.mails";
import { isSuspect } from "./suspicion";

const HOUR_MS = 3_600_000;

/** So many confirmations an hour go to one address: what somebody sends in another's name should not fill their mailbox. */
const CONFIRMATIONS_AN_HOUR = 3;

const sendAgain = () =>
  new DomainError("CONFLICT", "That went faster than we can read. Please send it again: what you wrote is still there.", { field: "input.formToken" });

/**
 * Takes a request in, once for each key. Whether an address is known shows in nothing that is answered.
 * @throws DomainError CONFLICT where it looks like a program's, or the key is another request's; BAD_USER_INPUT for a system that is none.
 */
export async function takeIn(db: Database, said: SubmittedRequest, { now, realNow }: Pick<Context, "now" | "realNow">): Promise<SubmitRequestPayload> {
  const known = await submissionOf(db, said.idempotencyKey);
  if (known) return answered(db, said, known);
  if (isSuspect({ age: await formAge(db, said.formToken, realNow), unseen: said.website })) throw sendAgain();
  const state = await stateOf(db, said);
  const system = systemId(said.leaid, state, said.systemName);
  if (system === null) throw badInput("input.systemName", "A name has letters or digits in it.");
  const id = randomUUID();
  if (!(await claimKey(db, said.idempotencyKey, id, fingerprint(said), now))) {
    const first = await submissionOf(db, said.idempotencyKey);
    if (first) return answered(db, said, first);
    throw conflict("The same was sent twice at once. Send it again.");
  }
  const isQuiet = (await requestsFor(db, said.email, new Date(now.getTime() - HOUR_MS))) >= CONFIRMATIONS_AN_HOUR;
  await keepSystem(db, system, said, state);
  const leaderId = await keepLeader(db, system, said.email);
  await addRequest(db, { id, systemId: system, leaderId }, said, now);
  await settleSystems(db, [system]);
  await settleLeader(db, leaderId);
  const owner = await ownerOf(db, id);
  const name = await systemName(db, system);
  if (!isQuiet) await enqueueMail(db, "request_received", said.email, requestReceivedMail({ requestId: id, system: name, owner }));
  if (owner) await enqueueMail(db, "request_new", owner.email, newRequestMail({ requestId: id, system: name, urgency: said.urgency }));
  return { requestId: id, link: await linkForSender(db, id), owner: owner?.name ?? null };
}

/** The answer to what has been answered before. */
async function answered(db: Database, said: SubmittedRequest, first: { readonly requestId: string; readonly said: string }): Promise<SubmitRequestPayload> {
  if (first.said !== fingerprint(said)) throw new DomainError("CONFLICT", "This form has already sent another request. Open it anew to send this one.", { field: "input.idempotencyKey" });
  const owner = await ownerOf(db, first.requestId);
  return { requestId: first.requestId, link: await linkForSender(db, first.requestId), owner: owner?.name ?? null };
}

const ownerOf = (db: Database, requestId: string): Promise<RequestOwner | null> => ownerByRequest(db).load(requestId);

/** @throws DomainError BAD_USER_INPUT for a district that is not in the directory, or a state that is none. */
async function stateOf(db: Database, { leaid, state }: SubmittedRequest): Promise<string> {
  if (leaid !== null) {
    const found = await stateOfLeaid(db, leaid);
    if (found === null) throw badInput("input.leaid", "This is no district of the directory.");
    return found;
  }
  if (state === null || !(await isState(db, state))) throw badInput("input.state", "This is no state's postal code.");
  return state;
}
