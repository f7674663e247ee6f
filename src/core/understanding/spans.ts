/** Words [from, to) of a question. */
type Span = { readonly from: number; readonly to: number }

/** The places of all words within spans. */
export function placesOf(spans: readonly Span[]): Set<number> {
  return new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)))
}

/** Whether a place is within one of the spans. */
export function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from <= at && at < to)
}
