/** The tool `chot`: its commands in the order of its help. */
import packageJson from '../../package.json' with { type: 'json' }
import type { Tool } from '../terminal/index.ts'
import { backup, restore } from './backup/backup.ts'
import { cardCommand } from './printed/card.ts'
import { checkpointSet, checkpointShow } from './set-up/checkpoint.ts'
import { demoReset } from './practice/demo-reset.ts'
import { doctorCommand } from './doctor/doctor.ts'
import { explainCommand } from './verify/explain.ts'
import { exportCommand } from './report/export.ts'
import { exportVerify } from './report/export-verify.ts'
import { journalAccess } from './journal/journal-access.ts'
import { journalBegin } from './journal/journal-begin.ts'
import { journalVerify } from './journal/journal-verify.ts'
import { journalExport, journalRebuild, journalTail } from './journal/journal.ts'
import { practiceCommand } from './practice/make-practice.ts'
import { officersRecover } from './secret/officers-recover.ts'
import { posterCommand } from './printed/poster.ts'
import { reportMerge } from './report/report-merge.ts'
import { rulesSimulate } from './rules/rules-simulate.ts'
import { rulesTest } from './rules/rules-test.ts'
import { secretChange, secretCode, secretRecover } from './secret/secret.ts'
import { setUp } from './set-up/set-up.ts'
import { setUpExport } from './set-up/set-up-export.ts'
import { syncDiagnostics } from './sync/sync-diagnostics.ts'
import { shiftRecord } from './report/shift-record.ts'
import { syncEnrol } from './sync/sync-enrol.ts'
import { syncEpoch } from './sync/sync-epoch.ts'
import { syncInspect } from './sync/sync-inspect.ts'
import { syncRun } from './sync/sync-run.ts'
import { syncStatusCommand } from './sync/sync-status.ts'
import { traceCommand } from './report/trace.ts'
import { trustInit } from './trust/trust-init.ts'
import { trustShow } from './trust/trust-show.ts'
import { trustUpdate } from './trust/trust-update.ts'
import { verifyCommand } from './verify/verify.ts'

export const chot: Tool = {
  name: 'chot',
  version: packageJson.version,
  summary: {
    vi: 'kiểm tra chứng nhận có chữ ký, không cần mạng',
    en: 'offline verification of signed certificates',
  },
  about: {
    vi: 'CHOT_PROFILE: thư mục hồ sơ của chốt. CHOT_PASSPHRASE: mật khẩu của hồ sơ, nếu có; CHOT_NEW_PASSPHRASE: mật khẩu được chọn. CHOT_RECOVERY_CODE: mã khôi phục. CHOT_LANG: ngôn ngữ, vi hoặc en.',
    en: 'CHOT_PROFILE: the checkpoint’s folder. CHOT_PASSPHRASE: the profile’s passphrase, where it has one; CHOT_NEW_PASSPHRASE: one that is chosen. CHOT_RECOVERY_CODE: the recovery code. CHOT_LANG: the language, vi or en.',
  },
  commands: new Map([
    ['verify', verifyCommand],
    ['explain', explainCommand],
    ['rules test', rulesTest],
    ['rules simulate', rulesSimulate],
    ['trust init', trustInit],
    ['trust show', trustShow],
    ['trust update', trustUpdate],
    ['journal verify', journalVerify],
    ['journal export', journalExport],
    ['journal rebuild', journalRebuild],
    ['journal tail', journalTail],
    ['journal begin', journalBegin],
    ['journal access', journalAccess],
    ['export', exportCommand],
    ['export verify', exportVerify],
    ['shift record', shiftRecord],
    ['trace', traceCommand],
    ['poster', posterCommand],
    ['report merge', reportMerge],
    ['sync enrol', syncEnrol],
    ['sync run', syncRun],
    ['sync status', syncStatusCommand],
    ['sync inspect', syncInspect],
    ['sync epoch', syncEpoch],
    ['sync diagnostics', syncDiagnostics],
    ['officers recover', officersRecover],
    ['card', cardCommand],
    ['set-up', setUp],
    ['set-up export', setUpExport],
    ['checkpoint show', checkpointShow],
    ['checkpoint set', checkpointSet],
    ['doctor', doctorCommand],
    ['secret change', secretChange],
    ['secret code', secretCode],
    ['secret recover', secretRecover],
    ['backup', backup],
    ['restore', restore],
    ['demo reset', demoReset],
    ['practice', practiceCommand],
  ]),
}
