/** Who permitted a crossing that was not its officer's to decide alone: out of the entries that it cites, as they were called then. */
import * as v from 'valibot'
import type { DecidedAbove } from '../../../shared/contract/crossing-schemas.ts'
import type { Above } from '../../../shared/domain/crossing/above-schema.ts'
import { applyAccount, permissionSchema, type Account, type OfficerEntry } from '../../../shared/ledger/officers.ts'

/**
 * Null: it was the officer's own. Of a permission whose entry is not there any more nobody is told.
 * @param entries all that was recorded about officers, in its order
 */
export function whoPermitted(above: Above | null, entries: () => Iterable<OfficerEntry>): DecidedAbove | null {
  if (above?.by !== 'permission') return above
  const accounts = new Map<string, Account>()
  const given: Extract<DecidedAbove, { by: 'permission' }>['given'] = []
  for (const entry of entries()) {
    applyAccount(accounts, entry)
    if (entry.kind !== 'permission.given' || !above.entries.includes(entry.seq)) continue
    const said = v.safeParse(permissionSchema, entry.payload)
    const account = said.success ? accounts.get(said.output.number) : undefined
    if (!said.success || !account) continue
    const { number, name, rank, role } = account
    given.push({ what: said.output.what, by: { number, name, rank, role } })
  }
  return { by: 'permission', given }
}
