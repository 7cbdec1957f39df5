/** Sentences in a leader's voice on adult learning, student supports and families, by topic; see compose.ts for the slots. */
export const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  "PRL-DES": [
    "Our professional days are one large session for everybody, and the feedback forms say so.",
    "We have {n} days of teacher learning left this year and I want none of them wasted.",
    "I would like our own teachers to lead more of the training, with help to do it well.",
    "Workshops come and go; practice in classrooms looks much as it did.",
    "{Who} asked for learning that treats teachers the way we ask teachers to treat students.",
  ],
  "PRL-CCH": [
    "We have {n} coaches, and each of them has invented the job afresh.",
    "Our coaches spend their days on substitute cover and device carts, hardly ever in a coaching cycle.",
    "How does one coach a teacher whose classroom is a video call?",
    "I need a way to show my board what our coaches change.",
  ],
  "PRL-LDR": [
    "I am in my second year as superintendent and would value someone to think with who does not report to me.",
    "Our principals were hired to run buildings and are now asked to lead a redesign.",
    "Three of {who} are new to the role, and all of them started in the middle of this.",
    "I make forty decisions a day and would like to make five good ones.",
  ],
  "PRL-PLC": [
    "Our team meetings are about logistics, and student work never reaches the table.",
    "We hold weekly grade-team time in {n} schools, and it runs differently in each.",
    "I want a simple protocol that {grades} teams can follow without a facilitator in the room.",
  ],
  "PRL-MNT": [
    "We hired {n} first-year teachers who have never stood in front of a full room.",
    "Our new coaches have no coach, and they are the ones who ask me for help.",
    "Mentors are assigned in August and forgotten by October.",
  ],
  "STU-SEL": [
    "Counsellors tell us that anxiety among {grades} students is the worst that they have known.",
    "We want every child checked on each week, and a clear next step when the answer worries us.",
    "After a hard loss in our community, {who} need help to support everyone else.",
    "Our social and emotional curriculum sits in a binder; I want it in the daily schedule.",
  ],
  "STU-ACC": [
    "Many of our {grades} students lost most of a year of reading, and I do not want to fill their days with remediation.",
    "We have money for tutors and no idea how to fit tutoring into the day.",
    "Summer school reached {n} percent of those who needed it; we need something that reaches more.",
    "How do we teach this year's content to students who missed the foundations of it?",
    "{Who} are split between going back over last year and pressing on.",
  ],
  "STU-EXC": [
    "Therapies by video are not working for our students with the greatest needs.",
    "Compensatory services will take us years at this pace, and families are right to press us.",
    "Our special education teachers write plans for a school day that no longer exists.",
    "Inclusion was going well before we split the classes into cohorts.",
  ],
  "STU-MLL": [
    "Our newcomers lost their English classroom and the friends they practised with.",
    "Families who speak little English get our messages late, and in a translation that they find hard to follow.",
    "We serve {n} home languages with two specialists, and online lessons have made it harder.",
    "I want {grades} teachers to plan for language, rather than send multilingual students out of the room.",
    "Our English learners were gaining on their peers until last March.",
  ],
  "STU-ATT": [
    "There are {n} hundred children on our rolls whom no one has heard from since spring.",
    "Our attendance codes cannot tell a sick child from a missing one.",
    "Students who moved during the year arrive with no records and no routine.",
  ],
  "FAM-ENG": [
    "Parents have become our co-teachers, and we have given them nothing to teach with.",
    "I want families at the table when we plan next year, beyond the handful who always come.",
    "Grandparents are raising many of our children, and they ask how to help with schoolwork.",
    "Home visits stopped, and with them much of the confidence that we had built.",
    "{Who} would like to turn our parent nights into real conversations about learning.",
  ],
  "FAM-COM": [
    "We changed the reopening date {n} times, and nobody reads our letters any more.",
    "Our staff hear news from the local paper before they hear it from us.",
    "I need a calm, plain message for families {when}, in words that {who} can repeat.",
    "Rumours outrun us on social media every weekend.",
  ],
  "FAM-CBO": [
    "Youth clubs and churches are opening their halls to our students, and we have no way to coordinate it.",
    "We would like health partners in our schools and do not know how to begin the agreement.",
    "After-school providers serve the same children as we do and have never seen our plans.",
  ],
  "FAM-GOV": [
    "My board is divided four to three on nearly every decision about reopening.",
    "We go back to bargaining {when} and trust is thin on both sides.",
    "I need help to bring a contested proposal to a public meeting without it coming apart.",
  ],
};
