/** Sentences in a leader's voice on personalization, mastery and data, by topic; see compose.ts for the slots. */
export const INSTRUCTION: Readonly<Record<string, readonly string[]>> = {
  "PER-DIF": [
    "In {grades} classrooms one lesson goes out to everybody, and half the room is bored while the other half is lost.",
    "Our teachers ask for a way to run small groups without writing four separate lessons a day.",
    "I visited {n} classrooms and saw the same task on every desk, whatever the child already knew.",
    "We have the reading levels; what we lack is a routine that lets a teacher act on them.",
  ],
  "PER-AGY": [
    "Our students pick the colour of the poster, and we call that choice.",
    "I want {grades} students to have a say in what they take on next, and teachers are unsure how far to go.",
    "A student panel told us that school happens to them, and {who} took it to heart.",
    "We tried open project time and it drifted; I still believe in it.",
  ],
  "PER-SDL": [
    "When nobody is watching, many of our {grades} students simply stop, and we never taught them how to keep going.",
    "I am looking for simple habits of planning and checking one's own work that {grades} students can learn {when}.",
    "The weekly checklist we sent home is ignored by the very students it was for.",
    "Our strongest students run their own week; the rest wait for instructions.",
  ],
  "PER-FLX": [
    "We have empty rooms, two aides and a librarian, and a timetable that lets us use none of them well.",
    "Could {n} teachers share ninety students, and move them as needs change?",
    "I would like adults and rooms to follow the work of the week rather than the room list.",
  ],
  "PER-MOD": [
    "Every one of our schools has its own version of blended learning; the board wants to know which one we stand for.",
    "We are opening a new campus and have to settle on a learning model {when}.",
    "{Who} visited three schools with three models, and came home with three opinions.",
    "What we call our model is a collection of favourite practices; I want it to be one thing.",
  ],
  "MBP-OBJ": [
    "We have hundreds of standards in the curriculum map and no agreement on the few that carry the rest.",
    "Our departments wrote competencies over the summer, and no two lists look alike.",
    "With so much time lost, I need to know which learning objectives we protect first.",
  ],
  "MBP-DEF": [
    "Two teachers next door to each other would give the same essay different verdicts on mastery.",
    "I want one description of what it means to have learned something that a ninth grader could read.",
    "We hold samples of student work side by side and cannot agree which is good enough.",
  ],
  "MBP-ASM": [
    "Our tests were built for a gym full of desks, and now we need other ways to see whether a student has got it.",
    "Teachers let students try again on some tasks and not on others, and families noticed.",
    "{Who} would like a bank of performance tasks that count for something.",
    "How do we check mastery fairly when a third of the class works from the kitchen table?",
  ],
  "MBP-PTH": [
    "Some of our students finished the course in March and had to sit through May.",
    "I would like a map of algebra that lets a student enter where they are, not where their age says.",
    "Pacing guides run our schools, and the guide assumes a year that we did not have.",
  ],
  "MBP-GRD": [
    "Our report card still averages September with June, and teachers no longer believe in the number.",
    "We failed more students this term than in the last five years, and I think that it says more about our grades than about them.",
    "{Who} want to drop points for homework and report mastery instead; families are nervous about transcripts.",
    "I need help to move {n} schools to standards-based report cards without losing the high school faculty.",
    "Our credit policy says seat time, our vision says mastery, and students are caught between the two.",
  ],
  "DAT-RTD": [
    "By the time our data meetings happen, the lesson they are about is four weeks old.",
    "Teachers collect exit slips and then have no minute to look at them.",
    "I want {who} to change Thursday because of what Tuesday showed.",
  ],
  "DAT-FRM": [
    "We have no spring scores, and we need to find out what students know without starting the year with a week of tests.",
    "Three different screeners are running in {grades} classrooms and none of them tells a teacher where to begin.",
    "I want a short diagnostic plan that {who} will trust, ready {when}.",
    "Our benchmark takes two hours of screen time from eight-year-olds, and I would like an honest alternative.",
    "What is the least we can assess and still know which students to pull in first?",
  ],
  "DAT-SYS": [
    "Attendance is in one system, grades in a second and logins in a third, and {who} print all three.",
    "I cannot answer a simple question from my board without asking four departments for spreadsheets.",
    "We bought a dashboard, and people quietly keep their own lists.",
  ],
  "DAT-MEA": [
    "We launched {n} initiatives this year and could not tell you which of them did anything.",
    "A foundation asks for our measures of success and I would like them to be ones that we ourselves believe.",
    "How do we judge a pilot that began in the strangest year any of us has seen?",
    "{Who} agreed on the goal in ten minutes and argued about the evidence for two hours.",
  ],
  "DAT-VOI": [
    "We surveyed our families in June, and they have not heard a word from us about it since.",
    "I want to hear from students every month, in a form that takes them two minutes and us one meeting.",
    "The people who answer our surveys are the ones who were doing fine already.",
  ],
};
