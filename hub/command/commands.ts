/** The tool `chot-hub`: its commands in the order of its help. */
import packageJson from '../package.json' with { type: 'json' }
import type { Tool } from '../../main/terminal/index.ts'
import { accountCommand } from './account.ts'
import { backupCommand } from './backup.ts'
import { enrolCommand } from './enrol.ts'
import { evidenceCommand } from './evidence.ts'
import { exportVerifyCommand } from './export-verify.ts'
import { keyCommand } from './key.ts'
import { keptCommand } from './kept.ts'
import { kioskCommand } from './kiosk.ts'
import { restoreCommand } from './restore.ts'
import { retentionCommand } from './retention.ts'
import { serveCommand } from './serve.ts'
import { statusCommand } from './status.ts'
import { stickCommand } from './stick.ts'

export const chotHub: Tool = {
  name: 'chot-hub',
  version: packageJson.version,
  summary: {
    vi: 'máy chủ của tỉnh: nhận nhật ký của các chốt',
    en: 'the province’s server: takes the checkpoints’ journals in',
  },
  about: {
    vi: 'CHOT_HUB_DATA: thư mục dữ liệu. DATABASE_URL: PostgreSQL 18 ở nơi khác (mặc định: bản đi kèm, trong thư mục dữ liệu). CHOT_LANG: ngôn ngữ, vi hoặc en.',
    en: 'CHOT_HUB_DATA: the data folder. DATABASE_URL: a PostgreSQL 18 elsewhere (default: the one that comes along, in the data folder). CHOT_LANG: the language, vi or en.',
  },
  commands: new Map([
    ['serve', serveCommand],
    ['enrol', enrolCommand],
    ['status', statusCommand],
    ['stick', stickCommand],
    ['kiosk', kioskCommand],
    ['kept', keptCommand],
    ['account', accountCommand],
    ['key', keyCommand],
    ['backup', backupCommand],
    ['restore', restoreCommand],
    ['retention', retentionCommand],
    ['evidence', evidenceCommand],
    ['export verify', exportVerifyCommand],
  ]),
}
