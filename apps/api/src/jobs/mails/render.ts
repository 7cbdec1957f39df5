import type { MailKind } from "../mail.table";
import { alert } from "./alert";
import { invitation } from "./invitation";
import { keyMade } from "./keyMade";
import { learningCall } from "./learningCall";
import { asHtml, asText, type Letter, type Letterhead } from "./letter";
import { magicLink } from "./magicLink";
import { passwordChanged } from "./passwordChanged";
import { passwordReset } from "./passwordReset";
import { SUBJECTS } from "./subjects";
import { told } from "./told";

const LETTERS: Readonly<Record<MailKind, (payload: unknown, head: Letterhead) => Letter>> = {
  invitation,
  password_reset: passwordReset,
  magic_link: magicLink,
  password_changed: passwordChanged,
  key_made: keyMade,
  learning_call: learningCall,
  alert,
  request_received: told,
  colleague_added: told,
  request_matched: told,
  leader_answered: told,
  call_planned: told,
  call_reminder: told,
  call_cancelled: told,
  rate_call: told,
  specialist_joins: told,
  referral_consent: told,
  referral_on_its_way: told,
  referral_outcome: told,
  request_closed: told,
  offer_made: told,
  offer_reminder: told,
  offer_withdrawn: told,
  engagement_begun: told,
  leader_asks_more: told,
  referral_sent: told,
  request_new: told,
  offer_answered: told,
  referral_answered: told,
  desk_digest: told,
};

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * What a mail says, as plain text and as HTML.
 * @param publicUrl where the network is reached, for links that leave it out.
 * @throws ZodError when the payload lacks what the template needs.
 */
export function render({ kind, payload, network }: { kind: MailKind; payload: unknown; network: string }, publicUrl: string): Rendered {
  const subject = SUBJECTS[kind];
  const letter = LETTERS[kind](payload, { network, link: (path) => new URL(path, publicUrl).href });
  return { subject, text: asText(letter, network), html: asHtml(letter, subject, network) };
}
