/** What a file of sync says to whoever has no key: what stands outside of something sealed, or what a hub sent down. */
import { readAnswer } from '../../shared/sync/answer.ts'
import { readInvitation } from '../../shared/sync/invitation.ts'
import { readReceipt } from '../../shared/sync/receipt.ts'
import { readSealed } from '../../shared/sync/seal.ts'
import { nodeMeans } from './means.ts'

/** What it is. Of what is sealed nothing is proved; a receipt's signature is for whoever knows the hub's key. */
export type Inspected =
  | { is: 'sealed'; kind: string; hub: string; enrolment: string; keys: string[]; bytes: number }
  | { is: 'answer'; receipts: { level: string; epoch: string; through: number }[]; refused: string | null; at: number }
  | { is: 'invitation'; hub: string; name: string; mode: string; address: string | null; until: number }
  | { is: 'nothing' }

/** Looks at a file's bytes. */
export function inspect(bytes: Uint8Array): Inspected {
  const sealed = readSealed(bytes)
  if (typeof sealed !== 'string') {
    const { kind, hub, enrolment, keys } = sealed.outer
    return { is: 'sealed', kind, hub, enrolment, keys: keys.map(({ id }) => id), bytes: bytes.length }
  }
  const text = new TextDecoder().decode(bytes)
  const read = readInvitation(nodeMeans, text)
  if (read) {
    const { hub, name, mode, address, until } = read.invitation
    return { is: 'invitation', hub, name, mode, address, until }
  }
  const answer = readAnswer(text)
  if (!answer) return { is: 'nothing' }
  const receipts = answer.receipts.flatMap((each) => {
    const saying = readReceipt(each)?.saying
    return saying ? [{ level: saying.level, epoch: saying.epoch, through: saying.through }] : []
  })
  return { is: 'answer', receipts, refused: answer.refused?.why ?? null, at: answer.now }
}
