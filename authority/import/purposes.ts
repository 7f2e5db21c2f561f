/** Extended key usages of DCC signers as lists repeat them (hcert spec §A.5). */
import type { StatementKind } from '../../shared/certificate/certificate.ts'

/** Both arcs in use: the registered one, and the one with a stray zero that many issuers have. */
const pattern = /^1\.3\.6\.1\.4\.1\.(?:0\.)?1847\.2021\.1\.([123])$/

const kinds: Readonly<Record<string, StatementKind>> = { 1: 'test', 2: 'vaccination', 3: 'recovery' }

/** The kinds of certificate that object identifiers stand for; none of them ours means any: undefined. */
export function purposesOf(oids: readonly string[] | undefined): StatementKind[] | undefined {
  const found = (oids ?? []).flatMap((oid) => kinds[pattern.exec(oid)?.[1] ?? ''] ?? [])
  return found.length > 0 ? [...new Set(found)] : undefined
}
