import { RequestPage, type RequestSlots } from "./network/desk/RequestPage";
import { TagPanel } from "./network/desk/TagPanel";
import { MatchPanel } from "./network/matching/MatchPanel";
import { TeamPanel } from "./network/matching/TeamPanel";
import { ReferralPanel } from "./network/referral/ReferralPanel";

/** What each part of the work has to say on the page of a request. */
const SLOTS: RequestSlots = {
  tag: (requestId) => <TagPanel requestId={requestId} />,
  match: (requestId) => <MatchPanel requestId={requestId} />,
  team: (engagementId) => <TeamPanel engagementId={engagementId} />,
  referral: (requestId) => <ReferralPanel requestId={requestId} />,
};

/** The page of a request, put together from the parts of the work. */
export function DeskRequestPage() {
  return <RequestPage slots={SLOTS} />;
}
