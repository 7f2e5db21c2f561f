/** An export by the command itself: the kiosk is closed, and the journal is the command's. */
import { methods } from '../../../shared/contract/contract.ts'
import type { ExportAnswer } from '../../../shared/contract/reporting.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import { exportFromHere, lanesIn, notRecorded, officersIn, sidecarOf, type AskedExport } from '../../reporting/index.ts'
import type { Terminal } from '../../terminal/index.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { journalFolder } from '../journal/no-journal.ts'
import type { KnownHere } from './export-options.ts'
import { sourceIn } from './source-in.ts'

/** What is asked for, before it is known which shifts, officers and lanes there were. */
export interface AskedHere extends Omit<AskedExport, 'scope'> {
  scope: (shifts: readonly ShiftSpan[], known: KnownHere) => ReportScope
}

/**
 * Opens the journal, has a supervisor say their PIN where the kiosk has officers, exports, and closes it.
 * @throws Failure where there is no journal, or a kiosk that does not answer has it open; the system's error where the disk
 *   does not take the file
 */
export async function exportHere(profile: string, asked: AskedHere, terminal: Terminal): Promise<ExportAnswer> {
  const folder = journalFolder(profile)
  const secrets = readingSecrets(profile, terminal)
  const key = await secrets.journalKey()
  const { roles } = methods['reports.export']
  return asOfficer({ profile, secrets, roles }, terminal, async ({ journal }): Promise<ExportAnswer> => {
    const source = sourceIn(profile)
    const known = { officers: officersIn({ folder, key }), lanes: lanesIn({ folder, key }, source.lane) }
    const scoped = { ...asked, scope: asked.scope(journal.shifts.spans(), known) }
    const given = await exportFromHere(journal, { folder, key }, { asked: scoped, source, now: terminal.now() })
    if (given === null) return { outcome: 'refused', said: notRecorded }
    const { file } = asked
    return { outcome: 'written', file, sidecar: sidecarOf(file), ...given, practice: source.mode === 'practice' }
  })
}
