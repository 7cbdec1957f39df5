import { stem } from "@arl/analysis/stem";

const folded = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem));

/** Dates, times and numbers: what leaders write at a season is no theme of it. */
export const BREAKING_WORDS = folded(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday weekend
  spring summer autumn winter fall semester quarter trimester term holiday break
  day week month year today tomorrow yesterday morning afternoon evening night midnight hour minute
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
  hundred thousand million first second third fourth half dozen
`);

/** Words that a sentence needs and a theme does not; a phrase neither begins nor ends with them. */
export const FILLER = folded(`
  a about above across after again against ago ahead all almost alone along already also although always am among an and another any anybody anyone anything
  are aren't around as at away back be became because become been before began begin behind being below best better between beyond both but by
  came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during
  each early easy either else enough even ever every everybody everyone everything except
  far few fewer for from full further gave get getting give given go goes going gone good got great
  had hadn't happen hard hardly has hasn't have haven't having he her here hers him his how however
  i i'd i'll i'm i've if in indeed instead into is isn't it it's its itself
  just keep kept knew know known large last late later least less let like likely little long look lost lot
  made make many maybe me mean might mine more most mostly much must my myself
  near nearly need neither never new next no nobody none nor not nothing now
  of off often old on once only onto open or other others our ours ourselves out over own
  part perhaps place plain please point put quite rather ready really right round
  said same saw say see seem seen sent set several shall she should show side simple since small so some somebody someone something soon sort still such sure
  take taken talk tell than thank that that's the their theirs them themselves then there these they they're thing think this those though thought through thus time to
  together told too took toward tried try turn under until up upon us use used very
  want was wasn't way we we'd we'll we're we've well went were weren't what when where whether which while who whole whom whose why will with within without
  won't word would wouldn't write yes yet you you'd your yours
  afraid agree answer anyone ask believe bring brief call care change choose colleague decide does explain feel find glad happy hear hello help hold hope idea kind
  leave lead live meet mind move offer people person plan possible question reach read run serve share speak spend stand start stay stop support think town try understand value visit
  wait watch wish wonder work worry
`);
