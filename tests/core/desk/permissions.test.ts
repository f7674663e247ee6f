import { describe, expect, test } from 'vitest'
import { requiredRole, refusalOf, type Requester, type Operation } from '../../../src/core/desk/permissions.ts'

const person = { kind: 'person' } as const
const group = { kind: 'group' } as const
const channel = { kind: 'channel' } as const

const speakHere: Operation = { do: 'speak', language: 'kk', to: 'group' }
const speakToMe: Operation = { do: 'speak', language: 'kk', to: 'person' }
const receive: Operation = { do: 'receive', languages: ['kk'] }
const remind: Operation = { do: 'remind', entry: 'summit' }
const organize: Operation = { do: 'organize', act: 'send', subject: '1' }

/** Somebody without any right, in private. */
function aRequester(changes: Partial<Requester> = {}): Requester {
  return { here: person, privately: true, isOrganizer: false, managesGroup: false, ...changes }
}

describe('the role required', () => {
  test.for<{ operation: Operation; here: Requester['here']; role: string }>([
    { operation: { do: 'show', entry: 'summit' }, here: group, role: 'anyone' },
    { operation: { do: 'share' }, here: channel, role: 'anyone' },
    { operation: speakToMe, here: group, role: 'anyone' },
    { operation: speakHere, here: group, role: 'manager' },
    { operation: speakHere, here: person, role: 'manager' },
    { operation: receive, here: channel, role: 'manager' },
    { operation: receive, here: person, role: 'manager' },
    { operation: { do: 'subscribe' }, here: person, role: 'anyone' },
    { operation: { do: 'subscribe' }, here: group, role: 'manager' },
    { operation: { do: 'subscribe' }, here: undefined, role: 'manager' },
    { operation: { do: 'unsubscribe' }, here: person, role: 'anyone' },
    { operation: { do: 'unsubscribe' }, here: channel, role: 'manager' },
    { operation: remind, here: person, role: 'anyone' },
    { operation: remind, here: group, role: 'anyone' },
    { operation: { do: 'publish' }, here: channel, role: 'manager' },
    { operation: organize, here: person, role: 'organizer' },
    { operation: { do: 'announce' }, here: person, role: 'organizer' },
    { operation: { do: 'feedback' }, here: group, role: 'organizer' },
    { operation: { do: 'enter' }, here: person, role: 'organizer' },
  ])('for $operation.do at $here.kind is $role', ({ operation, here, role }) => {
    expect(requiredRole(operation, here)).toBe(role)
  })
})

describe('the refusal', () => {
  test.for<{ who: string; operation: Operation; at: Partial<Requester>; refusal: string | undefined }>([
    {
      who: 'anyone anywhere',
      operation: { do: 'languages' },
      at: { here: group, privately: false },
      refusal: undefined,
    },
    {
      who: 'whoever manages the group',
      operation: speakHere,
      at: { here: group, managesGroup: true },
      refusal: undefined,
    },
    { who: 'whoever does not', operation: speakHere, at: { here: group }, refusal: 'adminsOnly' },
    { who: 'whose rights nobody knows', operation: receive, at: { managesGroup: undefined }, refusal: 'adminsOnly' },
    { who: 'a person for themselves', operation: { do: 'subscribe' }, at: {}, refusal: undefined },
    { who: 'a member for the group', operation: { do: 'subscribe' }, at: { here: group }, refusal: 'adminsSubscribe' },
    {
      who: 'a member for the group',
      operation: { do: 'unsubscribe' },
      at: { here: group },
      refusal: 'adminsSubscribe',
    },
    { who: 'a member of a group, for themselves', operation: remind, at: { here: group }, refusal: undefined },
    { who: 'a reader of a channel', operation: receive, at: { here: channel }, refusal: 'adminsOnly' },
    { who: 'whoever manages no events', operation: { do: 'publish' }, at: { here: channel }, refusal: 'adminsOnly' },
    { who: 'an organizer who is no manager', operation: receive, at: { isOrganizer: true }, refusal: 'adminsOnly' },
    { who: 'an organizer in private', operation: organize, at: { isOrganizer: true }, refusal: undefined },
    {
      who: 'an organizer in a group, answered alone',
      operation: organize,
      at: { isOrganizer: true, here: channel },
      refusal: undefined,
    },
    {
      who: 'an organizer before others',
      operation: organize,
      at: { isOrganizer: true, privately: false },
      refusal: 'stale',
    },
    {
      who: 'an organizer before others',
      operation: { do: 'announce' },
      at: { isOrganizer: true, privately: false },
      refusal: 'unknownCommand',
    },
    { who: 'whoever manages a group', operation: organize, at: { managesGroup: true }, refusal: 'stale' },
    {
      who: 'whoever manages a group',
      operation: { do: 'feedback' },
      at: { managesGroup: true },
      refusal: 'unknownCommand',
    },
    { who: 'somebody who writes', operation: { do: 'enter' }, at: {}, refusal: 'unknownCommand' },
  ])('of $operation.do to $who: $refusal', ({ operation, at, refusal }) => {
    expect(refusalOf(operation, aRequester(at))).toBe(refusal)
  })
})
