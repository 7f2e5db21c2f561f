/** A kiosk that once believed a root never goes by a folder of keys, nor by another root. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBelieved } from '../../../../main/trust/index.ts'
import { jwk, strangersKey, Checkpoint, believing } from './believing.ts'

describe('signed trust never becomes a plain folder', () => {
  const plain = (checkpoint: Checkpoint): void =>
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [strangersKey, jwk] }))

  test('when its root is removed and keys are put beside', async () => {
    const checkpoint = await believing(1)
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    for (let opening = 0; opening < 2; opening++)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
    expect(readBelieved(checkpoint.trust, 'real')).toMatchObject({
      from: 'repository',
      damage: [{ code: 'root-missing' }],
    })
    expect(await checkpoint.update()).toMatchObject({ refusal: { code: 'anchor-changed' } })
  })

  test('when its store is removed as well, for the journal remembers', async () => {
    const checkpoint = await believing(1)
    rmSync(checkpoint.trust, { recursive: true })
    execFileSync('mkdir', [checkpoint.trust])
    plain(checkpoint)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
  })

  test('before its first update either', async () => {
    const checkpoint = new Checkpoint()
    await checkpoint.next()
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    rmSync(checkpoint.store(), { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
  })

  test('nor somebody else’s: a root, and a whole store, of another authority are not believed', async () => {
    const [checkpoint, other] = [await believing(1), await believing(1)]
    rmSync(checkpoint.trust, { recursive: true })
    cpSync(other.trust, checkpoint.trust, { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-changed'] })
  })

  test('while a plain folder that is given a root may become signed', async () => {
    const checkpoint = new Checkpoint()
    const root = readFileSync(join(checkpoint.trust, 'root.json'))
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    expect(await checkpoint.next()).toMatchObject({ keys: 2, codes: [] })
    rmSync(join(checkpoint.trust, 'keys.json'))
    writeFileSync(join(checkpoint.trust, 'root.json'), root)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: [] })
    checkpoint.publish(1)
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
  })
})
