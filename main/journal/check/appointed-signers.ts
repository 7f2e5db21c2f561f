/**
 * Whether an entry's signature is by a key that its officer had then: appointed here, in an entry before it, and neither
 * removed nor given another since. A signature alone only shows that somebody had a key.
 */
import * as v from 'valibot'
import { applyAccount, appointedSchema, readAppointment, type Account } from '../../../shared/ledger/officers.ts'
import type { Misfit } from '../../../shared/ledger/discord.ts'
import { appointmentBytes, ed25519Holds } from '../chain/entry-signature.ts'
import type { Entry } from '../chain/entry.ts'
import { payloadSchema, readPayload } from '../chain/payload.ts'

/** The officers of a journal as far as it has been walked. */
export class AppointedSigners {
  private readonly accounts = new Map<string, Account>()

  /** Takes the next entry; null: it fits. @param payload its text; null where it was erased */
  take(entry: Entry, payload: string | null): Misfit | null {
    const { seq, at, kind, officer, signer } = entry
    // A journal in which nobody was appointed says of no key whose it is.
    if (signer !== null && this.accounts.size > 0 && !this.has(officer, signer)) return 'signer-unknown'
    if (!kind.startsWith('officer.') || payload === null) return null
    const content = readPayload(payloadSchema, payload)
    if (content === null) return 'payload-unreadable'
    if ((kind === 'officer.appointed' || kind === 'officer.renewed') && !isProven(content)) return 'signature-forged'
    applyAccount(this.accounts, { seq, at, by: officer, kind, payload: content })
    return null
  }

  private has(officer: string | null, signer: string): boolean {
    const account = officer === null ? undefined : this.accounts.get(officer)
    return account !== undefined && !account.removed && account.key === signer
  }
}

/** Whether the new key itself signs what is said of it. */
function isProven(payload: unknown): boolean {
  const said = v.safeParse(appointedSchema, payload)
  const appointment = readAppointment(payload)
  if (!said.success || !appointment) return false
  return ed25519Holds(appointment.key, appointmentBytes(said.output.statement), said.output.proof)
}
