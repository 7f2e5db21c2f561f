/** What tests of the authority's keys and publications share. */
import { Failure } from '../../../../main/terminal/index.ts'
import { readNewestRoot } from '../../../../authority/repository/metadata-file.ts'
import { Passphrase } from '../../../../authority/repository/passphrase.ts'
import { listRoles } from '../../../../authority/repository/root.ts'
import type { Role } from '../../../../authority/repository/role-key.ts'
import { testPassphrase, type TestAuthority } from '../../main/trust/repository/test-authority.ts'

/** The code with which something fails. */
export function failureOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return 'none'
}

/** The passphrase of a test authority, as somebody who types it again. */
export const typedAgain = (): Passphrase => new Passphrase(testPassphrase, 16)

/** The keys of a role in the newest root. */
export const keysOf = ({ home }: TestAuthority, role: Role) =>
  listRoles(readNewestRoot(home.metadata)).find((each) => each.role === role)!
