/** What a hub thinks of entries: by the same table of kinds that checkpoints write by. */
import { expect, test } from 'vitest'
import { flagEntries } from '../../../hub/ingest/flag-entries.ts'
import { bringUpToDate, readEntries } from '../../../main/journal/index.ts'
import { madeFormats, madeJournal } from '../../fixtures/journals/made-journals.ts'
import { journalKey, secrets } from '../../fixtures/secrets.ts'

test.each(madeFormats)('nothing is wrong with what a checkpoint of format %i wrote', async (format) => {
  const folder = madeJournal(format)
  await bringUpToDate(folder, secrets)
  expect(await flagEntries([...readEntries(folder, journalKey)])).toEqual([])
})
