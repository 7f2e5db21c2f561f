/** Revocations as people know them: which certificate, and in which row of which file its result stood. */
import { ledgerIdentifiers } from '../results/issue/ledger.ts'
import { Manifest, type Issued } from '../results/issue/manifest.ts'
import { revocationHash } from './subjects.ts'
import { nameOfEntry, type RevocationEntry } from './working-list.ts'

/** A revocation, with what could be found out about it. */
export interface NamedEntry {
  entry: RevocationEntry
  /** Null where the ledger does not know it. */
  identifier: string | null
  /** Null where no folder that was named has it. */
  issued: Issued | null
}

/**
 * Names revocations: identifiers from the ledger, rows from the manifests of folders into which results were issued.
 * @throws Failure where the ledger or a manifest is damaged
 */
export function nameEntries(
  entries: readonly RevocationEntry[],
  ledger: string,
  folders: readonly string[],
): NamedEntry[] {
  const wanted = new Set(entries.map(nameOfEntry))
  const identifiers = new Map<string, string>()
  for (const identifier of ledgerIdentifiers(ledger)) {
    const country = /^URN:UVCI:\d\d:([A-Z]{2}):/.exec(identifier)?.[1] ?? null
    for (const kind of ['identifier', 'country-identifier'] as const) {
      const hash = revocationHash(kind, { identifier, country, signature: null, algorithm: null })
      const name = hash === null ? '' : nameOfEntry({ kind, hash })
      if (wanted.has(name)) identifiers.set(name, identifier)
    }
  }
  const issued = new Map(folders.flatMap((folder) => new Manifest(folder).all()).map((each) => [each.identifier, each]))
  return entries.map((entry) => {
    const identifier = identifiers.get(nameOfEntry(entry)) ?? null
    return { entry, identifier, issued: (identifier !== null && issued.get(identifier)) || null }
  })
}
