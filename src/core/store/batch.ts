/** A query for many keys; what is not among the result does not exist. */
type LoadMany<T> = (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>

/** How long the next query waits for the one under way. */
const patienceMs = 5000

/** PostgreSQL and SQLite take tens of thousands of values; nobody waits for so many. */
const mostKeys = 500

/**
 * Look-ups one by one, asked of the database together: all that come while a query is under way share the next one.
 * So a hundred people who ask at once wait for two answers of a slow database, not for a hundred. A query that hangs
 * keeps only those waiting that it was made for.
 */
export function batched<T>(loadMany: LoadMany<T>): (key: string) => Promise<T | undefined> {
  const waiting = new Map<string, PromiseWithResolvers<T | undefined>>()
  let underWay = false
  return (key) => {
    const asked = waiting.getOrInsertComputed(key, () => Promise.withResolvers<T | undefined>())
    if (!underWay) void work()
    return asked.promise
  }

  async function work(): Promise<void> {
    underWay = true
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, mostKeys)
      for (const [key] of batch) waiting.delete(key)
      const { promise: patience, resolve: giveUp } = Promise.withResolvers<void>()
      const timer = setTimeout(giveUp, patienceMs)
      await Promise.race([load(batch), patience])
      clearTimeout(timer)
    }
    underWay = false
  }

  async function load(batch: readonly (readonly [string, PromiseWithResolvers<T | undefined>])[]): Promise<void> {
    try {
      const found = await loadMany(batch.map(([key]) => key))
      for (const [key, { resolve }] of batch) resolve(found.get(key))
    } catch (error) {
      for (const [, { reject }] of batch) reject(error)
    }
  }
}
