/** The room of reports for tests: a real journal with a practice day, the real jobs, and a folder that files go to. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { fillPractice, practiceBegins } from '../../../../main/practice/index.ts'
import { reportingRoom } from '../../../../main/reporting/index.ts'
import type { ExportInput } from '../../../../shared/contract/reporting.ts'
import { everything, type ReportScope } from '../../../../shared/domain/report/scope.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { newFolder, openIn } from '../journal/journal-in.ts'

/** The practice day is the day before. */
export const now = Date.parse('2026-11-29T10:00:00+07:00')
export const yesterday = '2026-11-28'
export const dayScope: ReportScope = {
  from: Date.parse(`${yesterday}T00:00:00+07:00`),
  to: Date.parse(`${yesterday}T24:00:00+07:00`),
  ...everything,
}

export async function reportingAt({ crossings = 60 } = {}) {
  const folder = newFolder()
  const journal: Journal = await openIn(folder)
  const practice = { days: 1, crossings, seed: 5, now }
  journal.begin('practice', practiceBegins(practice))
  fillPractice(journal, practice, () => undefined)
  const clock = { now }
  const progress: number[] = []
  const room = reportingRoom({
    journal,
    toRead: { folder, key: journalKey },
    source: () => ({
      kiosk: 'kiosk-1',
      post: 'Chốt Như Nguyệt',
      lane: '2',
      mode: 'practice',
      province: null,
      letterhead: undefined,
    }),
    now: () => clock.now,
    log: () => undefined,
    emit: (event, payload) => {
      if (event === 'reports.progress' && 'done' in payload) progress.push(payload.done)
    },
  })
  onTestFinished(() => {
    room.close?.()
    journal.close()
  })
  return { folder, journal, clock, progress, ...room.handlers }
}

export const newPlace = (): string => mkdtempSync(join(tmpdir(), 'chot-reporting-'))

/** An export of the practice day into a folder. */
export const anExport = (folder: string, given: Partial<ExportInput> = {}): ExportInput => ({
  ...dayScope,
  format: 'csv',
  semicolon: false,
  appendix: false,
  identities: false,
  reason: null,
  language: 'en',
  target: { kind: 'folder', path: folder },
  ...given,
})
