/** Sentences in a leader's voice on time and staffing, finance and change, by topic; see compose.ts for the slots. */
export const ORGANISATION: Readonly<Record<string, readonly string[]>> = {
  "SYS-TIM": [
    "Our master schedule was built in 2012, and everything we want to do collides with it.",
    "With cohorts and cleaning breaks we have lost an hour of teaching a day.",
    "I want common planning time in {n} schools and cannot find it in the timetable.",
    "The bell times decide more about our teaching than any of us do.",
  ],
  "SYS-ROL": [
    "One teacher for twenty-five children all day is a job that fewer and fewer people want.",
    "We would like lead teachers to reach more students, with associates beside them, and do not know how to write such a role.",
    "Remote days left some staff idle and others swamped; I want to redraw who does what.",
    "Could a team of {n} adults share a grade, and would our contract let us?",
    "{Who} have ideas for new roles and no way to cost them.",
  ],
  "SYS-SHO": [
    "We open most mornings with {n} classes uncovered.",
    "No one has applied for our science vacancy since last winter.",
    "Retirements came early this year and took our most experienced people.",
  ],
  "SYS-POL": [
    "State rules still count minutes in seats, and our students are on sofas.",
    "We need a waiver for our pilot and have never written one.",
    "Half of our policy book assumes a building.",
  ],
  "SYS-CEN": [
    "Principals got {n} e-mails from our office on Monday, and two of them contradicted each other.",
    "Curriculum, technology and special education each have a reopening plan of their own.",
    "I would like the central team to work as one service for schools rather than nine departments.",
  ],
  "FIN-MDL": [
    "I have to show my board what three years look like if enrolment keeps falling.",
    "Our revenue may drop by {n} percent or by nothing at all, and I have to staff schools for either.",
    "What does our new model cost once the grant ends? No one here can say.",
    "{Who} need to compare a virtual school, a hybrid one and what we have, in dollars per student.",
    "We want to pay for a different staffing pattern and do not know what to give up for it.",
  ],
  "FIN-CSH": [
    "The state deferred a payment, and I may not meet payroll in {n} months.",
    "We have to find mid-year cuts that do not land on the schools with the least.",
    "Protective equipment ate our reserve by September.",
  ],
  "FIN-REL": [
    "Relief money is on its way with a deadline attached, and I do not want to spend it on things that we cannot keep.",
    "We have to file a plan for the federal funds {when} and it is a shopping list so far.",
    "One-time dollars, lasting needs: help me decide what goes where.",
    "{Who} each have a claim on the relief funds, and we have no shared way of weighing them.",
    "A private foundation and the federal package both fund tutoring; how do we braid them properly?",
  ],
  "FIN-HLT": [
    "Bus routes at half capacity mean that some children would arrive at ten.",
    "Our nurses are writing quarantine rules at night, and I want better support for them.",
    "Meals for children at home worked in spring and fell apart in the fall.",
  ],
  "FIN-INF": [
    "Half of our buildings cannot run video in every room at once.",
    "Ventilation in our oldest schools has become an instructional question.",
    "We were locked out of our own servers for {n} days, and I would rather that never happened again.",
  ],
  "CHG-VIS": [
    "We have a vision on the wall that was written before any of us came.",
    "I want our community to say what a graduate should be able to do, now that so much is open.",
    "{Who} are ready to describe the school we want, not just the one we are patching.",
  ],
  "CHG-STR": [
    "We have lived from week to week since March; I would like a plan that reaches next year.",
    "Our strategic plan has {n} priorities, which is to say none.",
    "How do we recover and still not go back to how it was?",
    "I need a sequence: what we do first, what waits and what we stop.",
  ],
  "CHG-MGT": [
    "The pilot went well in {n} schools, and spreading it is another matter.",
    "Our people are ready for some of this, and exhausted by the rest.",
    "We start things with energy and rarely finish them; I want to lead this one differently.",
  ],
  "CHG-CIP": [
    "I would like {who} to try small things quickly, measure them and tell one another the truth.",
    "We set goals in August and look at them again in June.",
    "Our improvement plan is sixty pages and has never improved anything.",
  ],
  "CHG-RTR": [
    "We keep solving problems that students do not recognise as theirs.",
    "I want families to help to say what the problem is, before we come with an answer.",
    "{Who} jumped to a schedule change before anybody asked what it was for.",
  ],
  "CHG-EQY": [
    "The children who had least before the closures lost most, and our plan hardly mentions them.",
    "I want every decision this year tested by what it does for the students furthest from us.",
    "Our reopening works well for families with a car, a laptop and a parent at home.",
  ],
  NONE: [
    "Our marching band and our sports teams want to travel again, and I have no one to think it through with.",
    "We are planning a graduation ceremony that nobody has ever planned before.",
    "A film crew would like to follow our reopening, and I do not know what to ask of them.",
    "The town wants to use our gymnasium as a polling place while school is on.",
  ],
};
