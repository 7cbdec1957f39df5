import { CaseloadPage, type CaseloadSlots } from "./network/caseload/CaseloadPage";
import { RelationshipPage, type RelationshipSlots } from "./network/caseload/RelationshipPage";
import { CoachProfileForm } from "./network/matching/CoachProfileForm";
import { OffersToAnswer } from "./network/matching/OffersToAnswer";
import { TeamPanel } from "./network/matching/TeamPanel";

/** What other parts of the work have to say in a coach's caseload. */
const CASELOAD: CaseloadSlots = {
  offers: (onChanged) => <OffersToAnswer onChanged={onChanged} />,
  profile: (coachId) => <CoachProfileForm coachId={coachId} />,
};
const RELATIONSHIP: RelationshipSlots = {
  team: (engagementId, onChanged) => <TeamPanel engagementId={engagementId} onChanged={onChanged} />,
};

/** A coach's caseload, put together from the parts of the work. */
export const Caseload = () => <CaseloadPage slots={CASELOAD} />;

/** The page of a relationship, put together from the parts of the work. */
export const Relationship = () => <RelationshipPage slots={RELATIONSHIP} />;
