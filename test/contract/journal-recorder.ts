/**
 * A process that records scans into the journal of a folder as fast as it can, and writes a line with the number of each
 * once it has been told that it is recorded. It is there to be killed.
 */
import { writeSync } from 'node:fs'
import { Journal } from '../../main/journal/index.ts'
import { secrets } from '../fixtures/secrets.ts'
import { accepted, now } from '../fixtures/verdicts.ts'

const [, , folder = '', round = ''] = process.argv
const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: (line) => console.error(line) })
for (let count = 0; ; count++) {
  const marked = { ...accepted, validUntil: Number(round) * 1_000_000 + count }
  const record = journal.recordScan(marked, 'camera', now + count)
  if (!record.recorded) throw new Error(`not recorded: ${record.code}`)
  // Straight to the pipe: what is acknowledged is out of this process before the next scan begins.
  writeSync(1, `${record.seq} ${marked.validUntil}\n`)
  if (count % 40 === 39) journal.erase(now + count - 20, record.seq, now + count)
}
