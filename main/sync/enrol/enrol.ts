/** Enrols a kiosk with the hub of an invitation: from then on that hub's receipts count. Whether it is taken, the hub says. */
import { decodeBase64url } from '../../../shared/certificate/base64url.ts'
import { sealWish } from '../../../shared/sync/enrolment.ts'
import { enrolmentOf, fingerprintOf, readInvitation, type Invitation } from '../../../shared/sync/invitation.ts'
import type { Journal } from '../../journal/index.ts'
import type { Checkpoint } from '../../profile/index.ts'
import type { Disk } from '../disk.ts'
import { nodeMeans } from '../means.ts'
import { clearOutbox } from '../seal/outbox.ts'
import { inProfile } from '../places.ts'
import { makeFolders, putFile } from '../put-file.ts'
import { readState, writeState } from '../sync-state.ts'

/** What came of it. `fingerprint`: of the hub's signing key, for people to compare. */
export type Enrolment =
  | { done: true; invitation: Invitation; enrolment: string; fingerprint: string }
  | { done: false; why: 'not-an-invitation' | 'another-mode' | 'not-recorded' }

interface Enrolling {
  profile: string
  checkpoint: Checkpoint
  journal: Journal
  disk: Disk
  now: () => number
}

/**
 * Takes an invitation. A second time with the same one it makes the wish anew, and nothing else.
 * @throws where the disk does not take it
 */
export async function enrol({ profile, checkpoint, journal, disk, now }: Enrolling, text: string): Promise<Enrolment> {
  const read = readInvitation(nodeMeans, text)
  if (!read) return { done: false, why: 'not-an-invitation' }
  const { invitation, sealing } = read
  const { hub, key, code, address, ca, mode } = invitation
  if (mode !== checkpoint.mode) return { done: false, why: 'another-mode' }
  const enrolment = enrolmentOf(nodeMeans, hub, code)
  const { sign, ...signing } = journal.ledger.outgoing.signer()
  const box = journal.ledger.outgoing.box()
  const to = decodeBase64url(sealing.keys[0] ?? '')
  if (!box || !to) return { done: false, why: 'not-an-invitation' }
  const { kiosk, name } = checkpoint
  const wish = { hub, enrolment, code, kiosk, name, mode, sign: signing, box, at: now() }
  const paths = inProfile(profile)
  await makeFolders(disk, profile, paths.folder)
  await putFile(disk, paths.wish, sealWish(nodeMeans, wish, sign, [to]))
  const state = await readState(disk, paths)
  const fresh = {
    sealing: invitation.sealing,
    enrolled: null,
    hubHead: null,
    stopped: null,
    revoked: false,
    refused: null,
    most: null,
  }
  await writeState(disk, paths, { ...state, ...fresh })
  const before = journal.ledger.hub()
  // What was sealed for another hub is sealed anew: this one could not open it.
  if (before?.enrolment !== enrolment) await clearOutbox(disk, paths.out)
  // Last: whoever is enrolled has all that a trip needs.
  if (before?.enrolment !== enrolment || before.address !== address) {
    const entry = journal.recordEvent(
      'hub.enrolled',
      { hub, key, enrolment, address, ca, sealing: invitation.sealing },
      now(),
    )
    if (!entry.recorded) return { done: false, why: 'not-recorded' }
  }
  return { done: true, invitation, enrolment, fingerprint: fingerprintOf(nodeMeans, key) }
}
