/** `chot demo reset`: the practice profile is taken away, and nothing else is. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyPlace } from '../../../fixtures/real-profile.ts'
import { chot, fileIn } from './looked-after.ts'

describe('chot demo reset', () => {
  function demo(mode = 'practice'): string {
    const profile = emptyPlace()
    for (const folder of ['', 'demo-authority', 'demo-codes', 'trust']) mkdirSync(join(profile, folder))
    writeFileSync(
      fileIn(profile, 'checkpoint.json'),
      JSON.stringify({ kiosk: 'k', name: 'Chốt dùng thử', lane: '1', mode }),
    )
    return profile
  }
  const confirmed = ['demo', 'reset', '--confirm', 'Chốt dùng thử']

  test('takes a demo away once its name is typed back', async () => {
    const profile = demo()
    expect(await chot(profile, confirmed)).toMatchObject({ status: 0 })
    expect(readdirSync(profile)).toEqual([])
  })

  test('removes nothing without its name', async () => {
    const profile = demo()
    const before = readdirSync(profile)
    await expect(chot(profile, ['demo', 'reset'])).rejects.toThrow('was not typed back')
    await expect(chot(profile, ['demo', 'reset', '--confirm', 'x'])).rejects.toThrow('was not typed back')
    expect(readdirSync(profile)).toEqual(before)
  })

  test('never removes a real profile, nor one for practice that is no demo', async () => {
    const [real, practice] = [demo('real'), demo()]
    rmSync(join(practice, 'demo-authority'), { recursive: true })
    for (const profile of [real, practice]) {
      const before = readdirSync(profile)
      expect(await chot(profile, confirmed)).toMatchObject({ status: 1 })
      // Nor is its name asked for.
      expect(await chot(profile, ['demo', 'reset'])).toMatchObject({ status: 1 })
      expect(readdirSync(profile)).toEqual(before)
    }
  })

  test('leaves what is none of ours, and names it', async () => {
    const profile = demo()
    writeFileSync(fileIn(profile, 'letters.txt'), 'mine')
    expect(await chot(profile, confirmed)).toMatchObject({
      status: 0,
      complained: expect.stringContaining('letters.txt'),
    })
    expect(readdirSync(profile)).toEqual(['letters.txt'])
  })
})
