import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Context } from '../context.ts'
import { shown, type Response } from '../responses.ts'

/** Announcements come here from now on; `topics`: as they were typed, empty for all. */
export async function subscribe(context: Context, visitor: Visitor, topics: string): Promise<Response> {
  return shown(context, await context.desk.subscribe(visitor, topics))
}

export async function unsubscribe(context: Context, visitor: Visitor): Promise<Response> {
  return shown(context, await context.desk.unsubscribe(visitor))
}
