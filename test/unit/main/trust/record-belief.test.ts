/** What is believed is checked again at every opening, against its signatures and against what was believed last. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { sayDamage } from '../../../../main/trust/index.ts'
import { codeOf, judge, now as codeNow } from '../../../fixtures/certificates.ts'
import { jwk, strangersKey, laxRules, Checkpoint, believing } from './believing.ts'

const recorded = (journal: Journal): unknown => journal.lastEvent('trust.believed')

describe('a store that nobody touched', () => {
  test('is believed at the next opening, and nothing is recorded twice', async () => {
    const checkpoint = await believing(1)
    const before = await checkpoint.opened((_, journal) => recorded(journal))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
    expect(await checkpoint.opened((_, journal) => recorded(journal))).toEqual(before)
    expect(before).toMatchObject({
      from: 'repository',
      held: { generation: 'g1', versions: { root: 1, timestamp: 2, snapshot: 2, targets: 2 } },
    })
  })
})

describe('a plain folder', () => {
  test('is believed as it is, and each change of it is an entry', async () => {
    const checkpoint = new Checkpoint()
    rmSync(join(checkpoint.trust, 'root.json'))
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [jwk] }))
    const first = await checkpoint.opened((_, journal) => recorded(journal))
    writeFileSync(join(checkpoint.trust, 'rules.json'), JSON.stringify(laxRules))
    const second = await checkpoint.opened((_, journal) => recorded(journal))
    expect([first, second]).toEqual([
      expect.objectContaining({ from: 'folder' }),
      expect.objectContaining({ from: 'folder' }),
    ])
    expect(first).not.toEqual(second)
  })
})

test('what was read is what is used: files that change after they were read change nothing', async () => {
  const checkpoint = await believing(1)
  await checkpoint.opened((keeper) => {
    const { store } = keeper
    for (const name of readdirSync(checkpoint.store('g1', 'targets')))
      writeFileSync(checkpoint.store('g1', 'targets', name), JSON.stringify({ keys: [strangersKey] }))
    expect(keeper.refresh()).toBe(false)
    expect(keeper.store).toBe(store)
    expect(judge(codeOf(), { trust: keeper.store, at: codeNow }).findings[2]?.code).toBe('signature-valid')
  })
  expect(existsSync(checkpoint.store('g1'))).toBe(true)
})

test('all that is wrong has a sentence in both languages that says what to do', async () => {
  const checkpoint = await believing(1)
  writeFileSync(checkpoint.store('g1', 'targets', 'lạ\u202E.json'), '')
  const said = await checkpoint.opened(({ damage }) =>
    damage.map((one) => [sayDamage('vi', one), sayDamage('en', one)]),
  )
  expect(said).toEqual([
    [expect.stringMatching(/^Trong kho khóa có tệp lạ g1\/targets\/lạ\uFFFD\.json.*\.$/), expect.stringMatching(/\.$/)],
  ])
})
