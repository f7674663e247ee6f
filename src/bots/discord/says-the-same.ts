/** Whether what Discord has says the same as what it was given: keys in any order, commands too. */
export function saysTheSame(given: unknown, present: unknown): boolean {
  return JSON.stringify(comparable(given)) === JSON.stringify(comparable(present))
}

/** What Discord adds to a command, and names that it has chosen for the one who asks. */
const theirs = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
  'handler',
])

/** Values that mean the same as leaving the key out. */
function saysNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Keys in one order, without what Discord adds or leaves out; commands by name. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(comparable).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, held]) => !theirs.has(key) && !saysNothing(held))
  return Object.fromEntries(
    entries
      .map(([key, held]) => [key, key === 'default_member_permissions' ? String(held) : comparable(held)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
