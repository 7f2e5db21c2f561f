/** Whether this computer has a network, as far as it knows itself. */
import { networkInterfaces } from 'node:os'

/** The addresses that lead out of this computer, in one text; empty: there are none. */
export function addressesOut(interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()): string {
  const all = Object.values(interfaces).flatMap((each) => each ?? [])
  const out = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
  return out
    .map(({ address }) => address)
    .toSorted()
    .join(' ')
}
