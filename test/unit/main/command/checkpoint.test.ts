/** `chot checkpoint`: who a checkpoint is, printed, changed and mended. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCheckpoint } from '../../../../main/profile/index.ts'
import { emptyPlace, realProfile, words } from '../../../fixtures/real-profile.ts'
import { chot, kindsOf, fileIn } from './looked-after.ts'

describe('chot checkpoint', () => {
  test('show prints who it is, to people and to programs', async () => {
    const { profile } = await realProfile()
    expect((await chot(profile, ['checkpoint', 'show'])).printed).toMatch(/^Checkpoint: Chốt Như Nguyệt\nLane: 2\n/)
    const { printed } = await chot(profile, ['checkpoint', 'show', '--json'])
    expect(JSON.parse(printed)).toMatchObject({ ...words, mode: 'real' })
  })

  test('set changes what is named and nothing else, as an entry', async () => {
    const { profile } = await realProfile()
    const { kiosk } = readCheckpoint(profile)
    expect(await chot(profile, ['checkpoint', 'set', '--lane', '3'])).toMatchObject({ status: 0 })
    expect(readCheckpoint(profile)).toEqual({ ...words, lane: '3', mode: 'real', kiosk })
    expect(await kindsOf(profile)).toContain('checkpoint.changed')
  })

  test('set gives it a proxy of its own, and takes it away', async () => {
    const { profile } = await realProfile()
    const set = (proxy: string) => chot(profile, ['checkpoint', 'set', '--proxy', proxy])
    expect(await set('http://10.0.0.1:3128')).toMatchObject({ printed: expect.stringContaining('Proxy: http://10.') })
    expect(readCheckpoint(profile)).toMatchObject({ ...words, proxy: 'http://10.0.0.1:3128' })
    await expect(set('10.0.0.1')).rejects.toThrow('http://10.0.0.1:3128, without name and password')
    expect(await set('none')).toMatchObject({ printed: expect.stringContaining('Proxy: —') })
    expect(readCheckpoint(profile)).not.toHaveProperty('proxy')
  })

  test.each([
    ['cut off', '{"kiosk":'],
    ['gone', null],
    ['with a number for the lane and a member that nobody knows', '{"name":"Chốt Như Nguyệt","lane":2,"x":1}'],
  ])('set writes a checkpoint.json anew that is %s, with the kiosk and the mode of the journal', async (_how, text) => {
    const { profile } = await realProfile()
    const { kiosk } = readCheckpoint(profile)
    if (text === null) rmSync(fileIn(profile, 'checkpoint.json'))
    else writeFileSync(fileIn(profile, 'checkpoint.json'), text)
    const said = await chot(profile, ['checkpoint', 'set', '--name', words.name, '--lane', '2'])
    expect(said).toMatchObject({ status: 0 })
    expect(readCheckpoint(profile)).toMatchObject({ kiosk, mode: 'real', name: words.name, lane: '2' })
  })

  test('set asks for what cannot be known of a broken one', async () => {
    const place = emptyPlace()
    mkdirSync(place)
    writeFileSync(fileIn(place, 'checkpoint.json'), '{')
    expect(await chot(place, ['checkpoint', 'set'])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('--name'),
    })
    expect(await chot(place, ['checkpoint', 'set', '--name', 'a', '--lane', '1'])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('--mode'),
    })
    const line = ['checkpoint', 'set', '--name', 'a', '--lane', '1', '--mode', 'practice']
    expect(await chot(place, line)).toMatchObject({ status: 0, printed: expect.stringMatching(/^PRACTICE/) })
  })

  test('set never changes a profile’s mode', async () => {
    const { profile } = await realProfile()
    await expect(chot(profile, ['checkpoint', 'set', '--mode', 'practice'])).rejects.toThrow('never changes')
    writeFileSync(fileIn(profile, 'checkpoint.json'), '{')
    const line = ['checkpoint', 'set', '--name', 'a', '--lane', '1', '--mode', 'practice']
    expect(await chot(profile, line)).toMatchObject({ status: 1, complained: expect.stringContaining('never changes') })
  })
})

describe('a broken checkpoint.json', () => {
  test.each([
    ['verify', ['verify', 'HC1:x']],
    ['trust show', ['trust', 'show']],
  ])('is said by %s, which does not go on silently without knowing the mode', async (_name, line) => {
    const { profile } = await realProfile()
    writeFileSync(fileIn(profile, 'checkpoint.json'), '{"name":')
    expect((await chot(profile, line)).complained).toMatch(/not known\. .*checkpoint\.json is not JSON.*checkpoint set/)
  })
})
