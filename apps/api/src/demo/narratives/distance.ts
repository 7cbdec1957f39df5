/** Sentences in a leader's voice on remote learning, tools and culture, by topic; see compose.ts for the slots. */
export const DISTANCE: Readonly<Record<string, readonly string[]>> = {
  "VHL-MOD": [
    "We have to choose between alternating days and alternating weeks {when}, and every choice breaks something.",
    "A third of our families want to stay home all year, and we have no virtual school to offer them.",
    "Teachers cannot teach the room and the screen at once, yet that is what our plan amounts to.",
    "{Who} drew up {n} versions of the hybrid week; I want someone to tell me which will still stand in October.",
    "I need a remote day that works for {grades} students, with sensible hours for them and for teachers.",
  ],
  "VHL-PED": [
    "What we do online is our old lesson, read aloud to muted squares.",
    "Teachers want to know what is worth doing live and what students can do on their own time.",
    "Our {grades} teams record long lectures; I would like shorter, better work and more talk among students.",
    "Rigor went out of the window in April and I want it back {when}.",
    "We can get everyone into the video room; what good teaching looks like in there is another matter.",
  ],
  "VHL-REL": [
    "Our ninth graders have never met their teachers in person, and it shows.",
    "I worry about the quiet child whose camera has been off for {n} weeks.",
    "We would like every student at home to have one adult who calls, and a way to know that it happened.",
    "Advisory worked in the building; on screen it is roll call.",
  ],
  "VHL-ENG": [
    "About a quarter of our {grades} students sign in and then vanish.",
    "Assignments come back from the same few children, and the others have drifted out of reach.",
    "Participation fell off after the third week, and calling home is not bringing it back.",
    "We count logins, and know perfectly well that a login is not learning.",
    "Our secondary students tell us that nothing online seems worth getting up for.",
  ],
  "VHL-NRM": [
    "Cameras on or off, chat open or closed: every teacher has different rules and the students know it.",
    "Families want to know what a school day at home should look like, and we have not told them clearly.",
    "We need a page of expectations for online work that {grades} students can understand.",
  ],
  "TOL-CUR": [
    "Our mathematics materials were written for paper and do not survive the trip home.",
    "We adopted a new reading programme in February and have hardly opened the boxes.",
    "Teachers are each assembling units from the internet at midnight; I want to give them something solid.",
    "{Who} are weighing open materials for {grades} classrooms, and we need a way to choose that is not a popularity vote.",
  ],
  "TOL-PLT": [
    "A family with three children told me that they use eleven different apps.",
    "Our learning platform contract ends in {n} months, and nobody can say whether it earned its price.",
    "We rolled out a platform in a weekend and have been patching ever since.",
    "I need a fair process to retire tools that a few people love and most ignore.",
  ],
  "TOL-ACC": [
    "We have {n} thousand students and not nearly enough laptops that still hold a charge.",
    "Whole valleys in our county have no signal, so we park buses with hotspots and hope.",
    "Two children share one tablet in many of our homes, and their lessons are at the same hour.",
    "I can lend a device to every {grades} student; what I cannot lend is a working connection.",
    "Our repair queue is longer than our loan list.",
  ],
  "TOL-CAP": [
    "Some of our best teachers freeze when the shared screen fails, and there is no one down the hall to ask.",
    "We trained everyone on the platform in one afternoon; it did not take.",
    "I would like {n} teachers at each site who can help their colleagues with the tools.",
    "Students know how to scroll, and struggle to attach a file.",
  ],
  "TOL-PRV": [
    "A vendor wants class recordings, and I do not know what I may agree to.",
    "Teachers have signed students up for services that no one has vetted.",
    "We need rules on student data that a principal can apply without a lawyer.",
  ],
  "CUL-INC": [
    "Students of colour in our high school tell us that they do not feel seen, and a statement will not fix that.",
    "Our staff would like to talk about race, and fear doing it badly.",
    "Discipline referrals show a pattern that {who} can no longer explain away.",
  ],
  "CUL-WEL": [
    "Our teachers are running on empty, and two principals have told me that they will not return.",
    "I would like to take something off people's plates rather than send another newsletter on self-care.",
    "{Who} work through every weekend, myself included, and it cannot go on {when}.",
    "Staff absences doubled this month; people are worn out more than ill.",
    "How do other leaders look after their people when there is no slack left anywhere?",
  ],
  "CUL-TRU": [
    "After last summer's reversals our teachers take every announcement with a grain of salt.",
    "People nod in my meetings and then close the door and do what they always did.",
    "I need to rebuild confidence between the central team and {n} schools that felt ignored.",
  ],
  "CUL-COL": [
    "Everyone is working hard and alone; the planning that used to happen in corridors is gone.",
    "We carved out a common hour and people use it to answer e-mail.",
    "I want {grades} teachers to watch one another teach, and to find it normal.",
  ],
};
