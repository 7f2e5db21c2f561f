import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { kioskKeyFrom, publicTextOf } from '../../../../main/journal/chain/kiosk-keys.ts'
import { journalKey, kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted, now } from '../../../fixtures/verdicts.ts'
import { behindIts, check, newFolder, openIn } from './journal-in.ts'

interface Statement {
  kiosk: string
  sign: { number: number; public: string }
  box: { number: number; public: string }
  replaces: number
}

async function begun() {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  journal.begin('real', now)
  journal.ledger.ensureKeys(now)
  return { folder, journal }
}

/** The changes of keys in a journal, as they are stored. */
const changesIn = (folder: string) =>
  [...readEntries(folder, journalKey)]
    .filter(({ entry }) => entry.kind === 'kiosk.keys')
    .map(({ payload }): { statement: string; old: string; new: string } => JSON.parse(payload ?? ''))

const said = (statement: string): Statement => JSON.parse(statement)

const holds = (key: string, statement: string, signature: string): boolean =>
  verify(
    null,
    Buffer.from(`chot kiosk keys\n${statement}`),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  )

describe('the kiosk’s keys', () => {
  test('are its own from the beginning: random, one to sign and one to open, and neither derived', async () => {
    const [one, other] = [await begun(), await begun()]
    const [first, second] = [one, other].map(({ folder }) => said(changesIn(folder)[0]?.statement ?? ''))
    expect(first).toMatchObject({ kiosk: 'kiosk-1', sign: { number: 2 }, box: { number: 1 }, replaces: 1 })
    const publics = [first, second].flatMap((each) => [each?.sign.public, each?.box.public])
    expect(new Set([...publics, publicTextOf(kioskKeyFrom(kioskSeed))]).size).toBe(5)
  })

  test('change by an entry that the old one and the new one have signed, as it is stored', async () => {
    const { folder, journal } = await begun()
    journal.ledger.changeKeys(now + 1)
    const [first, second] = changesIn(folder)
    const [derived, own] = [publicTextOf(kioskKeyFrom(kioskSeed)), said(first?.statement ?? '').sign.public]
    const next = said(second?.statement ?? '')
    expect(next).toMatchObject({ sign: { number: 3 }, box: { number: 2 }, replaces: 2 })
    expect(holds(derived, first?.statement ?? '', first?.old ?? '')).toBe(true)
    expect(holds(own, first?.statement ?? '', first?.new ?? '')).toBe(true)
    expect(holds(own, second?.statement ?? '', second?.old ?? '')).toBe(true)
    expect(holds(next.sign.public, second?.statement ?? '', second?.new ?? '')).toBe(true)
  })

  test('are named by the heads that they sign, and each holds for its time alone', async () => {
    const { folder, journal } = await begun()
    const head = journal.signHead(now + 1)
    journal.ledger.changeKeys(now + 2)
    const next = journal.signHead(now + 3)
    expect([head?.key, next?.key]).toEqual([2, 3])
    expect(check(folder)).toMatchObject({ intact: true, signed: next?.seq })
    const shown = next ? [{ ...next, key: 2 }] : []
    expect(check(folder, { shown }).discords).toEqual([{ why: 'head-forged', seq: next?.seq }])
  })

  test('are there again after a restart, and are not made twice', async () => {
    const { folder, journal } = await begun()
    journal.close()
    const again = await openIn(folder)
    onTestFinished(() => again.close())
    again.ledger.ensureKeys(now + 1)
    again.recordScan(accepted, 'camera', now + 1)
    expect([changesIn(folder).length, again.signHead(now + 2)?.key]).toEqual([1, 2])
  })

  test('stay as they were where the disk does not take the change', async () => {
    const { folder, journal } = await begun()
    behindIts(folder, `CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(FAIL, 'no room'); END`)
    expect(journal.ledger.changeKeys(now + 1)).toMatchObject({ recorded: false })
    behindIts(folder, 'DROP TRIGGER full')
    journal.recordScan(accepted, 'camera', now + 1)
    expect(journal.signHead(now + 2)?.key).toBe(2)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test.each([
    ['are gone', 'DELETE FROM kiosk_keys'],
    ['are others', `UPDATE kiosk_keys SET secret = zeroblob(32) WHERE use = 'box'`],
  ])('that %s are named by opening and by a whole check', async (_what, sql) => {
    const { folder, journal } = await begun()
    journal.close()
    behindIts(folder, sql)
    expect(check(folder).discords).toEqual([{ why: 'keys-lost', seq: 0 }])
    const again = await openIn(folder)
    onTestFinished(() => again.close())
    expect(again.doubts).toEqual([{ why: 'keys-lost', seq: 0 }])
  })
})
