/** A store of trust that was set back to an older one, or to nothing. */
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { believing, type Checkpoint } from './believing.ts'

describe('a store that was set back', () => {
  const pointTo = (checkpoint: Checkpoint, current: string): void =>
    writeFileSync(checkpoint.store('current.json'), JSON.stringify({ format: 1, current, previous: null }))

  test('by its pointer alone goes on with the newest, says so, and the next update puts the pointer right', async () => {
    const checkpoint = await believing(1, 2)
    pointTo(checkpoint, 'g1')
    const { codes, files, store } = await checkpoint.next()
    expect([codes, files, store.keys.size]).toEqual([['set-back'], ['g1'], 1])
    expect(await checkpoint.update()).toMatchObject({ outcome: 'current', generation: { name: 'g2' } })
    expect(await checkpoint.next()).toMatchObject({ codes: [] })
  })

  test('with its newest publication gone believes nobody, at every opening until an update', async () => {
    const checkpoint = await believing(1, 2)
    pointTo(checkpoint, 'g1')
    rmSync(checkpoint.store('g2'), { recursive: true })
    for (let opening = 0; opening < 2; opening++)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['set-back'] })
    await checkpoint.update()
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })

  test('to an older copy of the whole folder believes nobody', async () => {
    const checkpoint = await believing(1)
    const copy = `${checkpoint.trust}-copy`
    cpSync(checkpoint.trust, copy, { recursive: true })
    checkpoint.publish(2)
    await checkpoint.update()
    rmSync(checkpoint.trust, { recursive: true })
    renameSync(copy, checkpoint.trust)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['set-back'] })
  })

  test('to nothing says that what was believed is gone, and takes no older publication in its place', async () => {
    const checkpoint = await believing(1)
    const old = checkpoint.authority.copyOfStick('old')
    checkpoint.publish(2)
    await checkpoint.update()
    rmSync(checkpoint.store(), { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['store-missing'] })
    expect(await checkpoint.update(old)).toMatchObject({ outcome: 'refused', refusal: { code: 'rollback' } })
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
  })

  test('without its pointer goes on with what is there', async () => {
    const checkpoint = await believing(1, 2)
    rmSync(checkpoint.store('current.json'))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })
})
