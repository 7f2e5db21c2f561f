/** What stands outside of a sealed file. */
import { expect, test } from 'vitest'
import { readSealed, sealedMagic } from '../../../../shared/sync/seal.ts'
import { chained, sealedOf } from '../../../fixtures/sync-parties.ts'

test('names each key once: nobody has the file looked at again for each time that one is named', () => {
  const sealed = Buffer.from(sealedOf(chained(2)))
  const end = sealed.indexOf('\n', sealedMagic.length)
  const outer = JSON.parse(sealed.subarray(sealedMagic.length, end).toString())
  const [key] = outer.keys
  const again = (keys: unknown[]): Buffer =>
    Buffer.concat([Buffer.from(`${sealedMagic}${JSON.stringify({ ...outer, keys })}`), sealed.subarray(end)])
  expect(readSealed(again([key]))).toMatchObject({ outer: { keys: [key] } })
  expect(readSealed(again([key, key, key, key]))).toBe('not-sealed')
})
