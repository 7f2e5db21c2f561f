/** Files that checkpoints gave out, held to the entries that have come to the hub. */
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeStick } from '../../../hub/stick.ts'
import { readProof } from '../../../main/journal/chain/proof.ts'
import { readReport, sinceReport } from '../../../main/journal/index.ts'
import { exportFromHere } from '../../../main/reporting/index.ts'
import { nodeDisk, tripByFolder } from '../../../main/sync/index.ts'
import { everything } from '../../../shared/domain/report/scope.ts'
import { signedByStranger } from '../../fixtures/forged-proof.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'
import { journalKey } from '../../fixtures/secrets.ts'
import { crossingOf, recordedBy, why } from '../../unit/main/journal/crossing-of.ts'

const hub = hubForTests()
const hour = 3_600_000
const source = {
  kiosk: 'kiosk-1',
  post: 'Chốt 1',
  lane: '1',
  mode: 'practice',
  province: null,
  letterhead: undefined,
} as const

/** A kiosk with three crossings of the last hour, of which it gave a file out. */
async function givingOut() {
  const kiosk = await journalKiosk(hub.ground, 1, null)
  const { journal, profile } = kiosk
  const stick = mkdtempSync(join(tmpdir(), 'chot-export-stick-'))
  const seqs = [1, 2, 3].map((minute) => recordedBy(journal, crossingOf(), clock.now - minute * 60_000))
  const file = join(profile, 'hour.csv')
  const asked = {
    scope: { from: clock.now - hour, to: clock.now + hour, ...everything },
    file,
    format: 'csv',
    semicolon: false,
    appendix: false,
    identities: false,
    reason: null,
    locale: 'en',
  } as const
  const place = { folder: join(profile, 'journal'), key: journalKey }
  expect(await exportFromHere(journal, place, { asked, source, now: clock.now })).toMatchObject({ crossings: 3 })
  const deliver = async (): Promise<void> => {
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, () => undefined)
    const { files } = await takeStick(hub.ground, nodeDisk, stick)
    expect(files.filter(({ why: refused }) => refused !== null)).toEqual([])
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, () => undefined)
  }
  const sinceAtKiosk = () => {
    const proof = readProof(readFileSync(`${file}.chot.json`, 'utf8'))
    const report = readReport(proof?.payload ?? null)
    return proof && report && sinceReport(place.folder, place.key, proof, report, report.head.seq)
  }
  return { journal, seqs, file, deliver, sinceAtKiosk }
}

const verify = (file: string) => runHub(hub.data, 'export', 'verify', file)

describe.skipIf(noDatabase !== null)('a file that a checkpoint gave out', () => {
  test('is to be checked until its entry has come, and then unchanged, with what came since', async () => {
    const { journal, seqs, file, deliver, sinceAtKiosk } = await givingOut()
    const early = await verify(file)
    expect([early.status, early.printed]).toEqual([2, expect.stringContaining('TO BE CHECKED: ')])
    expect(early.printed).toContain('The hub has no such entry yet')

    await deliver()
    const fine = await verify(file)
    expect([fine.status, fine.printed]).toEqual([0, expect.stringMatching(/^PRACTICE: .*\nUNCHANGED: /)])
    expect(fine.printed).toContain(
      'The hub has that very entry. Since then, of that time: 0 crossings more, 0 corrected',
    )
    expect(fine.printed).toContain('sent by the checkpoint that the hub calls Chốt 1.')

    const [first = 0, second = 0, third = 0] = seqs
    journal.amendCrossing(first, crossingOf({ decision: 'refused' }), why, clock.now)
    // Moved out of that time, which is a change of it too; a note is none.
    journal.amendCrossing(second, crossingOf({ happenedAt: clock.now - 5 * hour }), why, clock.now)
    journal.noteCrossing(third, 'gọi lại', clock.now)
    recordedBy(journal, crossingOf(), clock.now)
    // Entered now, of another time; and entered much later, of this one.
    recordedBy(journal, crossingOf({ happenedAt: clock.now - 5 * hour }), clock.now)
    const late = recordedBy(journal, crossingOf({ happenedAt: clock.now - 1 }), clock.now + 9 * hour)
    journal.voidCrossing(late, { undone: false, why }, clock.now + 9 * hour)
    await deliver()
    expect((await verify(file)).printed).toContain('2 crossings more, 2 corrected or voided.')
    expect(sinceAtKiosk(), 'the kiosk says the same of its own journal').toEqual({ own: true, added: 2, changed: 2 })

    appendFileSync(file, 'x')
    expect(await verify(file)).toMatchObject({ status: 1, printed: expect.stringContaining('CHANGED: ') })
  })

  test('is not believed under a proof that somebody else signed as that checkpoint', async () => {
    const { file, deliver } = await givingOut()
    await deliver()
    const proof = readProof(readFileSync(`${file}.chot.json`, 'utf8'))
    writeFileSync(file, 'forged')
    writeFileSync(`${file}.chot.json`, JSON.stringify(signedByStranger(proof!, 'forged')))
    const { status, printed } = await verify(file)
    expect([status, printed]).toEqual([1, expect.stringContaining('NOT TO BE BELIEVED: ')])
    expect(printed).toContain('of a kiosk that this hub knows')
  })
})
