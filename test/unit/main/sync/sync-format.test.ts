/** docs/sync-format.md: its vectors are what the code makes, and are read by the page's own words. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import nacl from 'tweetnacl'
import { describe, expect, test } from 'vitest'
import { refusals } from '../../../../shared/sync/answer.ts'
import { root } from '../../../../main/setup/node24.mjs'
import { vectors, vectorsFile } from '../../../fixtures/sync/make-vectors.ts'

const page = readFileSync(join(root, 'docs', 'sync-format.md'), 'utf8')
const kept = JSON.parse(readFileSync(vectorsFile, 'utf8')) as ReturnType<typeof vectors>

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const holds = (key: string, text: string, signature: Uint8Array): boolean =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    signature,
  )

/** A sealed file opened as the page says. */
function opened(sealed: Buffer, secret: Uint8Array) {
  const magic = 'chot sealed 1\n'
  expect(sealed.subarray(0, 14).toString()).toBe(magic)
  const end = sealed.indexOf('\n', 14)
  const outer = JSON.parse(sealed.subarray(14, end).toString()) as {
    nonce: string
    sender: string
    keys: { id: string; box: string }[]
  }
  const id = sha256(nacl.box.keyPair.fromSecretKey(secret).publicKey).slice(0, 16)
  const box = outer.keys.find((each) => each.id === id)?.box ?? ''
  const key = nacl.box.open(bytes(box), bytes(outer.nonce), bytes(outer.sender), secret) ?? new Uint8Array(32)
  const plain = nacl.secretbox.open(sealed.subarray(end + 1), bytes(outer.nonce), key)
  const file = Buffer.from(plain ?? [])
  const inner = file.subarray(64)
  const line = inner.indexOf('\n')
  return {
    signature: file.subarray(0, 64),
    inner,
    statement: inner.subarray(0, line).toString(),
    body: inner.subarray(line + 1),
  }
}

describe('the page on what passes between a kiosk and its hub', () => {
  test('goes by vectors that the code still makes', () => {
    expect(kept).toEqual(JSON.parse(JSON.stringify(vectors())))
  })

  test.each([kept.secrets.hubSeals, kept.secrets.recovery])('has a batch that opens as it says', (secret) => {
    const { batch, public: keys } = kept
    const { signature, inner, statement, body } = opened(bytes(batch.sealed), bytes(secret))
    expect(holds(keys.kioskSigns, `chot batch\n${sha256(inner)}`, signature)).toBe(true)
    const lines = gunzipSync(body)
    expect(JSON.parse(statement)).toEqual({ ...batch.statement, size: lines.length })
    let previous = batch.statement.previous
    const read = lines
      .toString()
      .trimEnd()
      .split('\n')
      .map((line, index) => {
        const [hash, id, at, kiosk, officer, kind, , , payload, erased] = JSON.parse(line) as [
          string,
          string,
          number,
          string,
          null,
          string,
          null,
          null,
          string | null,
          string?,
        ]
        const seq = batch.statement.from + index
        const payloadHash = payload === null ? erased : sha256(payload)
        expect(sha256(JSON.stringify([seq, id, at, kiosk, officer, kind, payloadHash, previous]))).toBe(hash)
        previous = hash
        return payload
      })
    expect(previous).toBe(batch.statement.hash)
    expect(read).toEqual(batch.entries.map(({ payload }) => payload))
  })

  test('has a wish that opens as it says', () => {
    const { wish, public: keys, secrets } = kept
    const { signature, inner, statement, body } = opened(bytes(wish.sealed), bytes(secrets.hubSeals))
    expect(holds(keys.kioskSigns, `chot enrolment\n${sha256(inner)}`, signature)).toBe(true)
    expect([JSON.parse(statement), body.length]).toEqual([wish.says, 0])
  })

  test.each([
    ['chot sealing keys', kept.sealingKeys],
    ['chot enrolled', kept.enrolled],
    ['chot refused', kept.refused],
  ])('has what a hub says under %s', (tag, text) => {
    const { said, signature } = JSON.parse(text) as { said: string; signature: string }
    expect(holds(kept.public.hubSigns, `${tag}\n${said}`, bytes(signature))).toBe(true)
    expect(page).toContain(`\`${tag}\``)
  })

  test('has names that follow from keys and codes', () => {
    expect(sha256(kept.public.hubSigns).slice(0, 32)).toBe(kept.hub)
    expect(sha256(`chot enrolment\n${kept.hub}\n${kept.code}`).slice(0, 32)).toBe(kept.enrolment)
    const { receipt, signature } = JSON.parse(kept.receipt) as { receipt: string; signature: string }
    expect(holds(kept.public.hubSigns, `chot receipt\n${receipt}`, bytes(signature))).toBe(true)
  })

  test('names every reason of a refusal', () => {
    for (const why of refusals) expect(page).toContain(`\`${why}\``)
  })
})
