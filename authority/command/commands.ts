/** The tool `chot-authority`: its commands in the order of its help. */
import packageJson from '../../package.json' with { type: 'json' }
import type { Tool } from '../../main/terminal/index.ts'
import { importList, importRemove } from './import-sources.ts'
import { importDscList, importPem, importTrustList, importVci } from './import.ts'
import { fingerprint } from './fingerprint.ts'
import { init } from './init.ts'
import { inspect } from './inspect.ts'
import { issue } from './issue.ts'
import { keyExport } from './key-export.ts'
import { keyAdd, keyAddIssuer, keyList, keyRenew, keyRetire } from './key.ts'
import { policySet, policyShow } from './policy.ts'
import { publish } from './publish.ts'
import { revokeList } from './revoke-list.ts'
import { revokeUndo } from './revoke-undo.ts'
import { revoke } from './revoke.ts'
import { rulesSet } from './rules.ts'

export const chotAuthority: Tool = {
  name: 'chot-authority',
  version: packageJson.version,
  summary: {
    vi: 'khóa, kết quả, thu hồi và quy định cho các chốt',
    en: 'keys, results, revocations and rules for checkpoints',
  },
  about: {
    vi: 'Mật khẩu bảo vệ khóa được hỏi khi cần, hoặc lấy từ CHOT_AUTHORITY_PASSPHRASE. CHOT_AUTHORITY: thư mục cơ quan phát hành. CHOT_LANG: ngôn ngữ, vi hoặc en.',
    en: 'The passphrase of the keys is asked for, or taken from CHOT_AUTHORITY_PASSPHRASE. CHOT_AUTHORITY: the authority’s folder. CHOT_LANG: the language, vi or en.',
  },
  commands: new Map([
    ['init', init],
    ['fingerprint', fingerprint],
    ['key list', keyList],
    ['key add', keyAdd],
    ['key add issuer', keyAddIssuer],
    ['key export', keyExport],
    ['key retire', keyRetire],
    ['key renew', keyRenew],
    ['import dsc-list', importDscList],
    ['import trust-list', importTrustList],
    ['import vci', importVci],
    ['import pem', importPem],
    ['import list', importList],
    ['import remove', importRemove],
    ['revoke', revoke],
    ['revoke list', revokeList],
    ['revoke undo', revokeUndo],
    ['rules set', rulesSet],
    ['policy show', policyShow],
    ['policy set', policySet],
    ['publish', publish],
    ['issue', issue],
    ['inspect', inspect],
  ]),
}
