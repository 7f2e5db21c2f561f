import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { Search, SearchIndex } from '../../../../main/journal/search/index.ts'
import { mostFound } from '../../../../shared/contract/crossing-line-schemas.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { crossingOf, searched } from './search-in.ts'

const any = { from: null, to: null, decision: null, direction: null }

test('a disk that takes nothing hides no crossing: what the index has not is looked through', async () => {
  const { folder, record, found, index } = await searched()
  const indexed = record(crossingOf('98A-123.45', ['Nguyễn Văn An']))
  index()
  const waiting = Array.from({ length: 500 }, () => record(crossingOf('98A-123.45', ['Trần Thị Hà'])))
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  const log: string[] = []
  const search = new Search(database, new SearchIndex(database), (line) => log.push(line))
  const seqs = (text: string) => search.search({ text, ...any }).lines.map(({ seq }) => seq)
  expect(seqs('an')).toEqual([indexed])
  expect(seqs('tran ha')).toEqual(waiting.toReversed().slice(0, mostFound))
  expect(log[0]).toContain('the index was not written')
  database.close()
  expect(found('tran ha')).toEqual(waiting.toReversed().slice(0, mostFound))
})
