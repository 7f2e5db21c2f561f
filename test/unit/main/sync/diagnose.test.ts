/** What IT is sent holds no person and no secret. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnose } from '../../../../main/sync/status/diagnose.ts'
import { travel } from '../../../../main/sync/travel.ts'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import { journalKey, kioskSeed } from '../../../fixtures/secrets.ts'
import { accepted } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { at, invitedKiosk } from './invited-kiosk.ts'

const planted = ['NGUYEN VAN AN', '001099012345', '98A-123.45', 'anh Hung khai bao.docx', '0123-4567-89AB-CDEF']

test('names, numbers, plates, codes and keys that lie all around it are not in it', async () => {
  const { ground, journal, profile } = await invitedKiosk(3)
  journal.recordScan(accepted, 'camera', at)
  recordedBy(journal, crossingOf(), at)
  journal.recordEvent('trust.updated', { from: planted.join(' ') }, at)
  const stick = join(profile, 'stick')
  const enrolment = journal.ledger.hub()?.enrolment ?? ''
  mkdirSync(join(stick, 'chot-sync', enrolment, 'up'), { recursive: true })
  for (const folder of [join(stick, 'chot-sync', enrolment, 'up'), join(profile, 'sync')])
    for (const name of planted) writeFileSync(join(folder, name), name)
  await travel(ground, { folder: stick, stick: nodeDisk, fetch, hear: () => undefined })
  writeFileSync(join(profile, 'sync', 'out', planted[3] ?? ''), 'x')
  const text = await diagnose(ground, null)
  const secret = [journalKey, kioskSeed].flatMap((key) =>
    (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(key).toString(form)),
  )
  for (const each of [...planted, ...secret]) expect(text).not.toContain(each)
  expect(JSON.parse(text)).toMatchObject({
    chot: 'sync diagnostics',
    sync: { hub: { enrolment }, tries: [{ way: 'folder', why: null }] },
    outbox: [{ from: 1 }],
    strangersInOutbox: 1,
  })
})
