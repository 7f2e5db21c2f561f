/** A file is there whole or not at all, wherever the stick is pulled. */
import { describe, expect, test } from 'vitest'
import { makeFolders, NotReadBack, putFile } from '../../../../main/sync/put-file.ts'
import { Cut, ForgetfulDisk, seeded } from '../../../fixtures/forgetful-disk.ts'

const path = '/stick/up/file'
const before = Buffer.from('what was there before')
const after = Buffer.alloc(700_000, 'what comes now ')

async function stickWith(old: Uint8Array | null): Promise<ForgetfulDisk> {
  const disk = new ForgetfulDisk()
  await makeFolders(disk, '/stick', '/stick/up')
  if (old) await putFile(disk, path, old)
  return disk
}

describe('a file that is put on a stick', () => {
  test.each([
    ['there was none', null],
    ['there was another', before],
  ])('is the old one or the new one at every instant, where %s', async (_what, old) => {
    const whole = await stickWith(old)
    const begun = whole.done
    await putFile(whole, path, after)
    const steps = whole.done - begun
    expect(steps).toBeGreaterThan(8)
    for (let step = 0; step < steps; step++) {
      for (let seed = 0; seed < 12; seed++) {
        const disk = await stickWith(old)
        disk.cutAfter = disk.done + step
        await expect(putFile(disk, path, after)).rejects.toThrow(Cut)
        disk.cutOff(seeded(seed * 1000 + step))
        const found = await disk.read(path, after.length)
        const is =
          found === null
            ? null
            : Buffer.from(found).equals(after)
              ? 'new'
              : Buffer.from(found).equals(before)
                ? 'old'
                : 'half'
        expect([step, seed, is]).not.toContain('half')
        if (old) expect([step, seed, is]).not.toContain(null)
        // And the next try gets it there.
        await putFile(disk, path, after)
        disk.cutOff(seeded(seed))
        expect(Buffer.from((await disk.read(path, after.length)) ?? []).equals(after)).toBe(true)
      }
    }
  })

  test('stays, once the call has returned', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const disk = await stickWith(null)
      await putFile(disk, path, after)
      disk.cutOff(seeded(seed))
      expect(Buffer.from((await disk.read(path, after.length)) ?? []).equals(after)).toBe(true)
    }
  })

  test('is counted as it reaches the disk, and no faster', async () => {
    const disk = await stickWith(null)
    const counted: number[] = []
    await putFile(disk, path, after, (bytes) => counted.push(bytes))
    expect(counted).toEqual([262_144, 262_144, 175_712])
  })

  test('is not believed of a stick that gives something else back', async () => {
    const disk = await stickWith(null)
    const liar = Object.assign(disk, { read: async () => Buffer.from('something else') })
    await expect(putFile(liar, path, after)).rejects.toThrow(NotReadBack)
  })
})
