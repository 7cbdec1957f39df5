/** What the page of the plan found, as a sentence. */
export function planFinding(matched: number, unmatched: number): string {
  const requests = (n: number) => (n === 1 ? "one request" : `${n} requests`);
  if (matched === 0 && unmatched === 0) return "No request waits for coaches.";
  if (matched === 0) return unmatched === 1 ? "One request waits, and nobody can take it yet." : `${unmatched} requests wait, and nobody can take them yet.`;
  const first = `There are coaches for ${requests(matched)}`;
  return unmatched === 0 ? `${first}, all that wait.` : `${first}; for ${requests(unmatched)} there is nobody yet.`;
}
