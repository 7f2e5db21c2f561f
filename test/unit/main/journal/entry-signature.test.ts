import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal, readEntries, type Signer } from '../../../../main/journal/index.ts'
import { officerSigner } from '../../../fixtures/officer.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { accepted, hour, now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from './crossing-of.ts'
import { behindIts, check, newFolder } from './journal-in.ts'

/** A journal at which somebody is signed in, or nobody. */
async function signedIn(signer: () => Signer | null) {
  const folder = newFolder()
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined, signer })
  onTestFinished(() => journal.close())
  return { folder, journal }
}

const entriesIn = (folder: string) => [...readEntries(folder, journalKey)].map(({ entry }) => entry)

describe('an entry', () => {
  test('that is an officer’s deed carries their name and their signature over its hash', async () => {
    const officer = officerSigner('an')
    const { folder, journal } = await signedIn(() => officer)
    recordedBy(journal, crossingOf(), now)
    const [entry] = entriesIn(folder)
    expect(entry).toMatchObject({ officer: 'an', signer: officer.publicKey })
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: officer.publicKey }, format: 'jwk' })
    const bytes = Buffer.from(`chot journal entry\n${entry?.hash}`)
    expect(verify(null, bytes, key, Buffer.from(entry?.signature ?? '', 'base64url'))).toBe(true)
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('that is the kiosk’s own, or nobody’s, carries none', async () => {
    let signer: Signer | null = officerSigner('an')
    const { folder, journal } = await signedIn(() => signer)
    journal.recordScan(accepted, 'camera', now)
    signer = null
    recordedBy(journal, crossingOf(), now)
    for (const { officer, signer: key, signature } of entriesIn(folder))
      expect([officer, key, signature]).toEqual([null, null, null])
  })

  test('is not written where it cannot be signed', async () => {
    const broken = {
      ...officerSigner('an'),
      sign() {
        throw new Error('locked')
      },
    }
    const { folder, journal } = await signedIn(() => broken)
    expect(journal.recordCrossing(crossingOf(), now, null)).toEqual({ recorded: false, code: 'failed' })
    expect(journal.recordScan(accepted, 'camera', now)).toMatchObject({ recorded: true, seq: 1 })
    expect(check(folder)).toMatchObject({ intact: true, entries: 1 })
  })

  test.each([
    ['has lost its signature', 'signer = NULL, signature = NULL', 'unsigned'],
    ['has lost its key', 'signer = NULL', 'signature-forged'],
    ['is signed by another key', `signer = '${officerSigner('an', 'x').publicKey}'`, 'signature-forged'],
    ['is signed by no key', `signer = 'none'`, 'signature-forged'],
    ['has another entry’s signature', 'signature = (SELECT signature FROM entries WHERE seq = 1)', 'signature-forged'],
  ])('that %s is named by a whole check, by opening and by closing the shift', async (_what, change, why) => {
    const { folder, journal } = await signedIn(() => officerSigner('an'))
    for (let count = 0; count < 3; count++) recordedBy(journal, crossingOf(), now + count)
    behindIts(folder, `UPDATE entries SET ${change} WHERE seq = 2`)
    expect(check(folder).discords).toEqual([{ why, seq: 2 }])
    journal.shifts.close(now + hour)
    expect(journal.doubts).toEqual([{ why, seq: 2 }])
  })

  test('that names nobody has no signature put beside it', async () => {
    const { folder, journal } = await signedIn(() => null)
    recordedBy(journal, crossingOf(), now)
    behindIts(folder, `UPDATE entries SET signer = '${officerSigner('an').publicKey}', signature = 'AAAA'`)
    expect(check(folder).discords).toEqual([{ why: 'signature-forged', seq: 1 }])
  })
})
