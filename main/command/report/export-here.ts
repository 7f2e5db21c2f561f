/** An export by the command itself: the kiosk is closed, and the journal is the command's. */
import { methods } from '../../../shared/contract/contract.ts'
import type { ExportAnswer } from '../../../shared/contract/reporting.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import { profilePaths } from '../../profile/index.ts'
import {
  exportFromHere,
  notRecorded,
  officersIn,
  reportSource,
  sidecarOf,
  type AskedExport,
} from '../../reporting/index.ts'
import type { Terminal } from '../../terminal/index.ts'
import { readBelieved } from '../../trust/index.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { journalFolder } from '../journal/no-journal.ts'

/** What is asked for, before it is known which shifts and officers there were. */
export interface AskedHere extends Omit<AskedExport, 'scope'> {
  scope: (shifts: readonly ShiftSpan[], officers: readonly KnownOfficer[]) => ReportScope
}

/** What the post's papers say of it. A store that cannot be used keeps nobody from reporting; its damage is said elsewhere. */
function policyOf(profile: string, mode: Mode) {
  try {
    return readBelieved(profilePaths(profile).trust, mode).store.policy
  } catch {
    return null
  }
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
  return asOfficer({ profile, secrets, roles }, terminal, async ({ journal, checkpoint }): Promise<ExportAnswer> => {
    const source = reportSource(checkpoint, policyOf(profile, checkpoint.mode))
    const scoped = { ...asked, scope: asked.scope(journal.shifts.spans(), officersIn({ folder, key })) }
    const given = await exportFromHere(journal, { folder, key }, { asked: scoped, source, now: terminal.now() })
    if (given === null) return { outcome: 'refused', said: notRecorded }
    const { file } = asked
    return { outcome: 'written', file, sidecar: sidecarOf(file), ...given, practice: checkpoint.mode === 'practice' }
  })
}
