import type { MailState } from "../../gql/graphql";
import type { Tone } from "../StateWord";
import { counted } from "../wording";

export const MAIL_STATES: readonly MailState[] = ["FAILED", "WAITING", "SENT"];

export const MAIL_STATE_WORDS: Readonly<Record<MailState, { readonly word: string; readonly tone: Tone }>> = {
  WAITING: { word: "Waiting", tone: "open" },
  SENT: { word: "Sent", tone: "good" },
  FAILED: { word: "Failed", tone: "bad" },
};

/** What stands out in the queue, worst first. */
export function mailFinding({ waiting, failed, sent }: { readonly waiting: number; readonly failed: number; readonly sent: number }): string {
  if (waiting + failed + sent === 0) return "The network has not written to anybody yet.";
  const rest = waiting === 0 ? "" : `; ${counted(waiting, "waits", "wait")}`;
  if (failed > 0) return `${counted(failed, "mail did", "mails did")} not get through${rest}.`;
  return waiting > 0 ? `${counted(waiting, "mail waits", "mails wait")} to be sent; none failed.` : `All ${counted(sent, "mail was", "mails were")} sent.`;
}
