/** Who answers for the entries of a benchmark: an officer for one in four, as of a lane where a car has three scans. */
import type { Signer } from '../../main/journal/index.ts'
import { officerSigner } from '../fixtures/officer.ts'

const signedOneIn = 4

/** Asked with every entry that is an officer's deed: somebody every fourth time. */
export function oneInFour(): () => Signer | null {
  const officer = officerSigner('an')
  let asked = 0
  return () => (asked++ % signedOneIn === 0 ? officer : null)
}
