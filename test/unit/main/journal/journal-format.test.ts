/** docs/journal-format.md: its table of kinds and its vectors are what the code makes of what is written there. */
import { createHmac, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { entryHash, sha256 } from '../../../../main/journal/chain/entry.ts'
import { signatureFault } from '../../../../main/journal/chain/entry-signature.ts'
import { publicTextOf } from '../../../../main/journal/chain/kiosk-keys.ts'
import { latestFormat } from './journal-in.ts'
import { headHolds, signedHeadSchema } from '../../../../main/journal/vouched/signed-head.ts'
import { root } from '../../../../main/setup/node24.mjs'
import { entryKinds } from '../../../../shared/ledger/entry-kinds.ts'
import { readReceipt } from '../../../../shared/sync/receipt.ts'
import { receiptText } from '../../../fixtures/hub.ts'
import { officerSigner } from '../../../fixtures/officer.ts'

const page = readFileSync(join(root, 'docs', 'journal-format.md'), 'utf8')
const vectors = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, text = '']): unknown => JSON.parse(text))

const entrySchema = v.object({
  seq: v.number(),
  id: v.string(),
  at: v.number(),
  kiosk: v.string(),
  officer: v.string(),
  kind: v.string(),
  payload: v.string(),
  previous: v.string(),
  payloadHash: v.string(),
  hash: v.string(),
  signer: v.string(),
  signature: v.string(),
})
const entry = v.parse(entrySchema, vectors[0])

const keyOf = (byte: number) => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

describe('the page on the journal’s format', () => {
  test('is of the format that is written now', () => expect(page).toContain(`Format ${latestFormat};`))

  test.each(Object.entries(entryKinds))('has the row of %s', (kind, { retention, projection, by, readers }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` `)) ?? ''
    const cells = row.split('|').map((cell) => cell.trim())
    const expected = [retention, projection ?? '', by === 'officer' ? 'yes' : '', readers.join(', ')]
    expect(cells.slice(2, 6)).toEqual(expected)
  })

  test('has an entry that comes out of what it says, by the page’s own words and by the code', () => {
    const { seq, id, at, kiosk, officer, kind, payload, previous } = entry
    const payloadHash = sha256(payload)
    const text = JSON.stringify([seq, id, at, kiosk, officer, kind, payloadHash, previous])
    expect([entry.payloadHash, entry.hash]).toEqual([payloadHash, sha256(text)])
    expect(entryHash(entry)).toBe(entry.hash)
    const signature = sign(null, Buffer.from(`chot journal entry\n${entry.hash}`), keyOf(0x6f)).toString('base64url')
    expect([entry.signer, entry.signature]).toEqual([publicTextOf(keyOf(0x6f)), signature])
    expect(signatureFault(entry)).toBeNull()
    expect(officerSigner('an').publicKey).toBe(entry.signer)
  })

  test('has a head that its key holds to', () => {
    const head = v.parse(signedHeadSchema, vectors[1])
    const text = JSON.stringify(['chot journal head', head.kiosk, head.seq, head.at, head.hash, head.key])
    expect(head.signature).toBe(sign(null, Buffer.from(text), keyOf(0x6b)).toString('base64url'))
    expect(headHolds(publicTextOf(keyOf(0x6b)), head)).toBe(true)
  })

  test('has a receipt as a hub signs it', () => {
    const read = readReceipt(JSON.stringify(vectors[2]))
    expect(read?.saying).toMatchObject({ hub: 'hub-1', level: 'backed-up', through: 7, hash: entry.hash })
    if (read) expect(JSON.parse(receiptText(read.saying))).toEqual(vectors[2])
  })

  test('has the hash by which somebody is named', () => {
    const key = new Uint8Array(hkdfSync('sha256', Buffer.alloc(32, 0x61), '', 'chot access key', 32))
    expect(page).toContain(createHmac('sha256', key).update('name nguyen van an').digest('hex'))
  })
})
