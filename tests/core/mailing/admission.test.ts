import { describe, expect, test } from 'vitest'
import { admissionOf, subscribesItself, type Membership } from '../../../src/core/mailing/admission.ts'

/** Somebody who is no organizer gives us the right to post in a channel that we did not know. */
function aMembership(changes: Partial<Membership> = {}): Membership {
  return { kind: 'channel', before: 'gone', presence: 'posting', standing: undefined, byOrganizer: false, ...changes }
}

describe('a chat in which we may do more or less than before', () => {
  test.for<{ when: string; membership: Partial<Membership>; follows: object }>([
    {
      when: 'an organizer adds us to a channel',
      membership: { byOrganizer: true },
      follows: { kind: 'admit', standing: 'active' },
    },
    {
      when: 'an organizer adds us to a channel that waits',
      membership: { byOrganizer: true, standing: 'waiting' },
      follows: { kind: 'admit', standing: 'active' },
    },
    {
      when: 'an organizer adds us to a channel that was refused',
      membership: { byOrganizer: true, standing: 'left' },
      follows: { kind: 'admit', standing: 'active' },
    },
    { when: 'somebody else adds us to a channel', membership: {}, follows: { kind: 'admit', standing: 'waiting' } },
    {
      when: 'somebody else lets us post where we only were',
      membership: { before: 'silent' },
      follows: { kind: 'admit', standing: 'waiting' },
    },
    {
      when: 'somebody else adds us again after we were removed',
      membership: { standing: 'gone' },
      follows: { kind: 'admit', standing: 'waiting' },
    },
    { when: 'the channel waits already', membership: { standing: 'waiting' }, follows: { kind: 'ignore' } },
    { when: 'the channel was refused', membership: { standing: 'left' }, follows: { kind: 'ignore' } },
    {
      when: 'another right is changed where we post',
      membership: { before: 'posting', standing: 'active', byOrganizer: true },
      follows: { kind: 'ignore' },
    },
    {
      when: 'we are removed from a channel that waits, and could be added again',
      membership: { presence: 'gone', before: 'posting', standing: 'waiting' },
      follows: { kind: 'ignore' },
    },
    {
      when: 'an organizer removes us from a channel that waits',
      membership: { presence: 'gone', before: 'posting', standing: 'waiting', byOrganizer: true },
      follows: { kind: 'leave', reason: 'removed' },
    },
    {
      when: 'we are removed from a channel',
      membership: { presence: 'gone', before: 'posting', standing: 'active' },
      follows: { kind: 'leave', reason: 'removed' },
    },
    {
      when: 'we may post in a channel no more',
      membership: { presence: 'silent', before: 'posting', standing: 'active' },
      follows: { kind: 'leave', reason: 'mayNotPost' },
    },
    { when: 'we are added to a group', membership: { kind: 'group' }, follows: { kind: 'ignore' } },
    {
      when: 'we are removed from a group',
      membership: { kind: 'group', presence: 'gone', before: 'posting' },
      follows: { kind: 'leave', reason: 'removed' },
    },
    {
      when: 'a person blocks us',
      membership: { kind: 'person', presence: 'gone', before: 'posting' },
      follows: { kind: 'leave', reason: 'blocked' },
    },
    { when: 'a person takes us back', membership: { kind: 'person' }, follows: { kind: 'ignore' } },
  ])('when $when: $follows', ({ membership, follows }) => {
    expect(admissionOf(aMembership(membership))).toEqual(follows)
  })
})

test.for([
  { platform: 'telegram', kind: 'person', may: true },
  { platform: 'telegram', kind: 'group', may: true },
  { platform: 'telegram', kind: 'channel', may: false },
  { platform: 'discord', kind: 'person', may: true },
  { platform: 'discord', kind: 'channel', may: true },
] as const)('whether a $kind of $platform may subscribe itself: $may', ({ may, ...chat }) => {
  expect(subscribesItself(chat)).toBe(may)
})
