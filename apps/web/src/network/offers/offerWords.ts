type Answer = "ACCEPTED" | "DECLINED" | null;
type State = "OPEN" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";

/** What the page says first: what is asked, or what came of it. */
export function heading(state: State, own: Answer, kind: "TEAM" | "SPECIALIST"): string {
  if (own === "DECLINED") return "You said no. Thank you for saying so.";
  if (state === "ACCEPTED" && own === "ACCEPTED") return kind === "TEAM" ? "You are on the team" : "Thank you. You join as soon as the leader agrees";
  if (state === "WITHDRAWN") return "This was taken back; you need do nothing more";
  if (state === "EXPIRED") return "The time for an answer has run out";
  if (state === "DECLINED") return "Somebody else of the team could not; a new team is being asked";
  return own === "ACCEPTED" ? "You said yes. We wait for the others" : kind === "TEAM" ? "Can you take this on?" : "Can you help with this?";
}
