/** The network of an address: who has one address of IPv6 has 2^64 of them, and is one who tries all the same. */
import { isIPv6 } from 'node:net'

/** An IPv4 address as it is, also where it stands in an IPv6 one; of an IPv6 address its first 64 bits. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return plain
  const [before = '', after] = plain.split('::')
  const [first, last] = [groupsOf(before), groupsOf(after ?? '')]
  const gap = after === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array.from({ length: gap }, () => '0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))
