/** A key by its identifier, or by how that begins. */
import { failure } from '../repository/failures.ts'
import type { Home } from '../repository/home.ts'
import { listIssuerKeys, ownKeyIdentifiers } from '../repository/issuer-keys.ts'
import { readNewestRoot } from '../repository/metadata-file.ts'
import { listRoles } from '../repository/root.ts'

/** Fewer characters are a slip rather than a choice. */
const leastBeginning = 6

/**
 * The one key whose identifier begins so: of a role, or of an issuer.
 * @throws Failure `key-beginning-short`, `no-such-key`, `key-ambiguous`
 */
export function findKey(
  home: Home,
  beginning: string,
  folders: readonly string[] = [],
): { issuer: boolean; key: string } {
  if (beginning.length < leastBeginning) throw failure('key-beginning-short', { key: beginning, least: leastBeginning })
  const issuers = new Set([...listIssuerKeys(home, folders).map(({ kid }) => kid), ...ownKeyIdentifiers(home)])
  const assigned = new Set(listRoles(readNewestRoot(home.metadata)).flatMap(({ keyids }) => keyids))
  const found = [
    ...[...assigned].map((key) => ({ issuer: false, key })),
    ...[...issuers].map((key) => ({ issuer: true, key })),
  ].filter(({ key }) => key.startsWith(beginning))
  const [first] = found
  if (!first) throw failure('no-such-key', { key: beginning })
  if (found.length > 1) throw failure('key-ambiguous', { key: beginning })
  return first
}
