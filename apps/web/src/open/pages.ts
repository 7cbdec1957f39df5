import type { OpenPage } from "./page";

/**
 * The pages that are open without an account, one line each; each is loaded alone. They live in `network/`, and take what they need from
 * this folder: `graphql` from `open/gql`, `useAnswer` and `useSending` (send.ts), `Frame`, states and form parts (ui/). They import neither
 * Mantine nor Apollo nor charts, and all that one of them loads stays under 120 kB; budget.test.ts holds both. The API serves them under the
 * same paths: http/dashboard.ts.
 */
export const OPEN_PAGES: readonly OpenPage[] = [
  { path: "/ask", byLink: false, title: "Ask for help", load: async () => (await import("../network/ask/AskPage")).AskPage },
  { path: "/my", byLink: true, title: "Your request", load: async () => (await import("../network/leaderPage/LeaderPage")).LeaderPage },
  { path: "/offer", byLink: true, title: "Can you help?", load: async () => (await import("../network/offers/OfferPage")).OfferPage },
  { path: "/referral", byLink: true, title: "A request from the coaching network", load: async () => (await import("../network/referral/ReferralPage")).ReferralPage },
  { path: "/r", byLink: true, title: "Rate a call", load: async () => (await import("../network/rating/RatingPage")).RatingPage },
  { path: "/stop", byLink: true, title: "No more mail", load: async () => (await import("../network/stopMail/StopMailPage")).StopMailPage },
];

/** The page at an address, with the token in it; null where there is none. */
export function pageAt(pathname: string, pages: readonly OpenPage[] = OPEN_PAGES): { readonly page: OpenPage; readonly token: string } | null {
  const [, first = "", token = "", ...rest] = pathname.split("/");
  const page = pages.find(({ path }) => path === `/${first}`);
  if (!page || rest.some((part) => part !== "") || (token !== "") !== page.byLink) return null;
  return { page, token };
}
