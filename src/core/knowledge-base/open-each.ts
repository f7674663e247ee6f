import { OperatorError } from '../../knowledge/fault.ts'
import type { KnowledgeBase } from './knowledge-base.ts'

type Opened = { readonly current: () => KnowledgeBase }

/**
 * Opens each path by `open`, all at once. Throws an OperatorError that says
 * of each faulty one what is wrong with it, or which two can't be told apart; a PackError if there is one pack.
 */
export async function openEach<T extends Opened>(
  paths: readonly [string, ...string[]],
  open: (path: string) => Promise<T>,
): Promise<[T, ...T[]]> {
  const results = await Promise.allSettled(paths.map(open))
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
  const other = errors.find((error) => !(error instanceof OperatorError))
  if (errors.length > 0 && (errors.length === 1 || other !== undefined)) throw other ?? errors[0]
  if (errors.length > 0) throw new OperatorError(errors.map((error) => (error as OperatorError).message).join('\n'))
  const opened = results.flatMap((result): T[] => (result.status === 'fulfilled' ? [result.value] : []))
  const ids = opened.map((one) => one.current().pack.id)
  const second = ids.findIndex((id, at) => ids.indexOf(id) < at)
  if (second >= 0) {
    const names = [paths[ids.indexOf(ids[second]!)], paths[second]].join(' and ')
    throw new OperatorError(`The packs ${names} have the same id, ${ids[second]}; give one another id in its pack.yaml`)
  }
  const [first, ...others] = opened
  return [first!, ...others]
}
