/** A store of trust that somebody changed on the disk: nothing of the change is believed. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeOf, judge, now as codeNow, testPayload } from '../../../fixtures/certificates.ts'
import { strangersKey, laxRules, believing } from './believing.ts'

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

describe('a store that somebody changed', () => {
  test('does not read a file that the authority did not list, and says so: its rules admit nobody', async () => {
    const checkpoint = await believing(1)
    writeFileSync(checkpoint.store('g1', 'targets', 'rules.json'), JSON.stringify(laxRules))
    const { codes, files, store } = await checkpoint.next()
    expect([codes, files]).toEqual([['unlisted'], ['g1/targets/rules.json']])
    const positive = codeOf({ payload: testPayload({ tr: '260373001' }) })
    expect(judge(positive, { trust: store, at: codeNow }).outcome).toBe('rejected')
  })

  test('does not read files of a plain folder that lie beside the root, and says so', async () => {
    const checkpoint = await believing(1)
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [strangersKey] }))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: ['unlisted'], files: ['keys.json'] })
  })

  test('believes no keys that the authority did not sign, whatever the hashes beside them say', async () => {
    const checkpoint = await believing(1)
    const altered = JSON.stringify({ keys: [strangersKey] })
    writeFileSync(checkpoint.store('g1', 'targets', 'keys.json'), altered)
    const contents = { format: 1, files: { 'keys.json': { length: altered.length, sha256: sha256(altered) } } }
    writeFileSync(checkpoint.store('g1', 'contents.json'), JSON.stringify(contents))
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: ['g1/keys.json'] })
  })

  test('believes no metadata that list other hashes: they are signed', async () => {
    const checkpoint = await believing(1)
    const altered = JSON.stringify({ keys: [strangersKey] })
    const file = checkpoint.store('g1', 'metadata', 'targets.json')
    const targets = JSON.parse(readFileSync(file, 'utf8'))
    targets.signed.targets['keys.json'] = { length: altered.length, hashes: { sha256: sha256(altered) } }
    writeFileSync(file, JSON.stringify(targets))
    writeFileSync(checkpoint.store('g1', 'targets', 'keys.json'), altered)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: ['g1/targets.json'] })
  })

  test.each(['timestamp.json', 'snapshot.json', 'targets.json'])(
    'believes nothing where its %s was taken away, or has one byte more',
    async (name) => {
      const checkpoint = await believing(1)
      const file = checkpoint.store('g1', 'metadata', name)
      const sound = readFileSync(file, 'utf8')
      // Within the signed part, where a byte is not white space.
      writeFileSync(file, sound.replace('"version": 2', '"version": 3'))
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: [`g1/${name}`] })
      rmSync(file)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['missing'], files: [`g1/${name}`] })
    },
  )

  test('believes nothing where a file that is listed was taken away', async () => {
    const checkpoint = await believing(1)
    rmSync(checkpoint.store('g1', 'targets', 'keys.json'))
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['missing'], files: ['g1/keys.json'] })
  })

  test.skipIf(process.platform === 'win32')(
    'is not kept waiting by a pipe in the place of a file, and follows no link',
    async () => {
      const checkpoint = await believing(1)
      const file = checkpoint.store('g1', 'targets', 'keys.json')
      renameSync(file, `${file}.moved`)
      execFileSync('mkfifo', [file])
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['unreadable'] })
      rmSync(file)
      symlinkSync(`${file}.moved`, file)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['unreadable'] })
    },
  )

  test('goes on with the publication that is there once more after an update, and the journal keeps what was wrong', async () => {
    const checkpoint = await believing(1)
    appendFileSync(checkpoint.store('g1', 'targets', 'keys.json'), ' ')
    expect(await checkpoint.next()).toMatchObject({ keys: 0 })
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })
})
