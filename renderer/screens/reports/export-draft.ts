/** What an export is to be, as it is filled in. Pure. */
import type { ExportInput, ExportPlace } from '../../../shared/contract/reporting.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import type { Locale } from '../../../shared/language/locale.ts'

/** The forms that the screen offers; CSV of either separator is two. */
export const exportForms = ['xlsx', 'pdf', 'csv', 'csv-semicolon', 'jsonl'] as const
export type ExportForm = (typeof exportForms)[number]

export interface ExportDraft {
  form: ExportForm
  identities: boolean
  reason: string
  /** Its folder; null: not chosen yet. */
  place: string | null
}

export const emptyExport: ExportDraft = { form: 'xlsx', identities: false, reason: '', place: null }

/** The folder that is written to: what was chosen, as long as it is there, else the first stick or folder. */
export const placeOf = (draft: ExportDraft, places: readonly ExportPlace[]): ExportPlace | null =>
  places.find(({ path }) => path === draft.place) ?? places[0] ?? null

export type ExportFault = 'reason' | 'place'

/** What is asked of the program, or what is missing. */
export function readExport(
  draft: ExportDraft,
  { scope, places, language }: { scope: ReportScope; places: readonly ExportPlace[]; language: Locale },
): { ok: true; input: ExportInput } | { ok: false; fault: ExportFault } {
  const place = placeOf(draft, places)
  const reason = draft.reason.normalize('NFC').trim()
  if (draft.identities && reason === '') return { ok: false, fault: 'reason' }
  if (place === null) return { ok: false, fault: 'place' }
  return {
    ok: true,
    input: {
      ...scope,
      format: draft.form === 'csv-semicolon' ? 'csv' : draft.form,
      semicolon: draft.form === 'csv-semicolon',
      // A report on paper names somebody in its list alone.
      appendix: draft.form === 'pdf' && draft.identities,
      identities: draft.identities,
      reason: draft.identities ? reason : null,
      language,
      target: { kind: 'folder', path: place.path },
    },
  }
}
