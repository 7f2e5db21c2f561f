/** Inviting a checkpoint from the page: the same invitation as by command. */
import type { Invited, Inviting } from '../../shared/hub-api/invitations.ts'
import { enrolmentOf, printInvitation } from '../../shared/sync/invitation.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import type { HubGround } from '../ground.ts'
import { invite, isFree } from '../kiosks/enrol.ts'

/** Invites one. @param ca as in `PageOptions` @throws where the database does not answer */
export async function inviteFromPage(
  ground: HubGround,
  inviting: Inviting,
  ca: string | null,
): Promise<Invited | 'name-taken'> {
  const [name, mode] = [inviting.name.trim(), inviting.mode]
  if (!(await isFree(ground, name))) return 'name-taken'
  const address = inviting.by === 'wire' ? inviting.address.replace(/\/+$/, '') : null
  const invitation = await invite(ground, { name, mode, address, ca })
  const { code, until } = invitation
  const { hub, fingerprint } = ground.keys
  return {
    enrolment: enrolmentOf(nodeMeans, hub, code),
    name,
    mode,
    invitation: `${JSON.stringify(invitation, null, 2)}\n`,
    qr: address === null ? null : printInvitation({ code, key: fingerprint, ca, address }),
    fingerprint,
    until,
  }
}
