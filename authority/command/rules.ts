/** `chot-authority rules set FILE`: the rules of the next publication. */
import { join } from 'node:path'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { defineCommand } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { failure } from '../repository/failures.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome, type Home } from '../repository/home.ts'
import { policyOf, rulesProblem } from '../repository/rule-file.ts'
import { authorityOption } from './options.ts'

const set = {
  vi: 'Đã đặt bộ quy tắc từ "{file}". Các chốt nhận được sau khi chạy "chot-authority publish DIR".\n',
  en: 'The rules of "{file}" are in place. Checkpoints get them with the next "chot-authority publish DIR".\n',
} as const

function readRules(home: Home, file: string): string {
  let policy: unknown
  try {
    policy = policyOf(home, parseJsonBytes(readNamedFile(file)))
  } catch (error) {
    throw failure('rules-unusable', { file }, { cause: error })
  }
  const why = rulesProblem(policy)
  if (why !== null) throw failure('rules-unusable', { file }, { cause: why })
  return `${JSON.stringify(policy, null, 1)}\n`
}

export const rulesSet = defineCommand({
  summary: { vi: 'đặt quy định cho lần phát hành tiếp theo', en: 'the rules of the next publication' },
  about: {
    vi: 'Đưa một tệp quy định (policy), hoặc danh sách quy tắc CertLogic cho quy định đang có, vào lần phát hành tiếp theo. Mọi quy tắc được biên dịch trước; một quy tắc mà chốt không tính được thì cả tệp bị từ chối.',
    en: 'Takes a policy, or a bare list of CertLogic rules for the policy in place, into the next publication. Every rule is compiled first; one that a checkpoint could not evaluate refuses the file.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: authorityOption,
  statuses: {
    0: { vi: 'đã đặt', en: 'in place' },
    1: { vi: 'tệp bị từ chối: có lý do kèm theo', en: 'the file was refused; it says why' },
  },
  async run([file = ''], values, terminal) {
    const home = openHome(values.authority, terminal.env)
    alone(home.folder, () => writeDurably(join(home.working, 'rules.json'), readRules(home, file)))
    terminal.print(say(terminal.locale, set[terminal.locale], { file }))
    return 0
  },
})
