import { expect, test } from 'vitest'
import { freshBytes } from '../../../../shared/certificate/fresh-bytes.ts'

const lengths = [0, 1, 400, 4_096, 4_097, 40_000]

test('bytes are zero, as many as asked for, and nobody else’s', () => {
  const taken = Array.from({ length: 200 }, (_, count) => freshBytes(lengths[count % lengths.length] as number))
  for (const [count, bytes] of taken.entries()) {
    expect(bytes).toHaveLength(lengths[count % lengths.length] as number)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    bytes.fill(count + 1)
  }
  for (const [count, bytes] of taken.entries()) expect(bytes.every((byte) => byte === count + 1)).toBe(true)
})
