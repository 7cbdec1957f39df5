interface Searchable {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
}

/** The entries that hold every one of the words, in any order and case. */
export function matchingMetrics<Entry extends Searchable>(metrics: readonly Entry[], words: string): readonly Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return metrics.filter(({ id, label, definition }) => {
    const text = `${id} ${label} ${definition}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
