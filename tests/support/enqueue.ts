import type { NewMailing } from '../../src/core/mailing/mailing.ts'
import type { Store } from '../../src/core/store/open.ts'

/**
 * Hands in a mailing to one recipient, as what people have marked brings them reminders; false if it takes no more.
 * Recipients of one key share a mailing.
 */
export async function enqueue(
  { stars }: Pick<Store, 'stars'>,
  key: string,
  mailing: NewMailing,
  { destination: id }: { readonly destination: number },
  now: Date,
): Promise<boolean> {
  const mark = { pack: 'pack', entry: 'entry', seen: '', reminds: true }
  const moments = await stars.put({ id, platform: 'telegram', chat: '' }, mark, [{ key, mailing }], now)
  return moments.length > 0
}
