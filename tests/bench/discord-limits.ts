/** A request that is too much: how long to wait, and whether for everything. */
export type Limited = { readonly seconds: number; readonly global: boolean }

/**
 * Discord's limits as far as they are known: fifty requests in any second (topics/rate-limits), five messages in five
 * seconds in one channel (as its headers tell), ten posts published in an hour in one channel (auto-publisher#13), ten
 * private channels opened in ten seconds (as seen).
 */
export function limitsOfDiscord(): (request: string, channel: string, now: number) => Limited | undefined {
  const taken = new Map<string, number[]>()
  return (request, channel, now) => {
    if (isFull('all', 50, 1000, now)) return { seconds: 1, global: true }
    const rule = ruleOf(request)
    if (rule && isFull(`${request} ${rule.each ? channel : ''}`, rule.most, rule.ms, now))
      return { seconds: rule.ms / 1000, global: false }
    return undefined
  }

  function isFull(key: string, most: number, ms: number, now: number): boolean {
    const times = (taken.get(key) ?? []).filter((time) => time > now - ms)
    taken.set(key, times)
    if (times.length >= most) return true
    times.push(now)
    return false
  }
}

function ruleOf(request: string): { readonly most: number; readonly ms: number; readonly each: boolean } | undefined {
  if (request.endsWith('/crosspost')) return { most: 10, ms: 3_600_000, each: true }
  if (request === 'post /users/@me/channels') return { most: 10, ms: 10_000, each: false }
  if (request === 'post /channels/{channel_id}/messages') return { most: 5, ms: 5000, each: true }
  return undefined
}
