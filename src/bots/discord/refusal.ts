import { PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import { refusalOf, type Operation, type Refusal } from '../../core/desk/permissions.ts'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { Visitor } from '../../core/pages/visitor.ts'

/** Undefined if whoever asks by an interaction may have it done, else the page to show instead. */
export function refusalFor(
  operation: Operation,
  { interaction, visitor }: { readonly interaction: BaseInteraction; readonly visitor: Visitor },
  { organizersChat }: { readonly organizersChat: Pick<OrganizersChat, 'isOrganizer'> },
): Refusal | 'organizersOnly' | 'managersOnly' | undefined {
  const refusal = refusalOf(operation, {
    here: visitor.here,
    // What an interaction is answered with is for the one who asks alone, wherever that is (`answerWith`).
    privately: true,
    isOrganizer: organizersChat.isOrganizer(visitor),
    // Events of a server have a right of their own.
    managesGroup:
      operation.do === 'publish'
        ? interaction.memberPermissions?.has(PermissionFlagsBits.ManageEvents)
        : visitor.managesGroup,
  })
  // Discord shows organizers' commands to others too: in private to everybody, in servers to administrators.
  if (refusal === 'unknownCommand') return 'organizersOnly'
  // Here people choose their own language beside the server's, not somewhere else.
  return refusal === 'adminsOnly' ? 'managersOnly' : refusal
}
