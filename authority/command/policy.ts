/** `chot-authority policy show` and `policy set`: the checkpoints' policy of the next publication. */
import { join } from 'node:path'
import * as v from 'valibot'
import { defineCommand, UsageError, Failure } from '../../main/terminal/index.ts'
import { checkpointPolicySchema } from '../../shared/domain/checkpoint-policy.ts'
import { say } from '../../shared/language/say.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import {
  memberOf,
  optionalMembers,
  policyMembers,
  policyName,
  readWorkingPolicy,
  withMember,
} from '../repository/policy-members.ts'
import { authorityOption } from './options.ts'

/** What leaves a member out. */
const without = 'none'

const words = {
  vi: {
    none: 'không đặt',
    set: '{member}: {before} → {after}\nCác chốt nhận được sau khi chạy "chot-authority publish DIR".\n',
  },
  en: {
    none: 'not set',
    set: '{member}: {before} → {after}\nCheckpoints get it with the next "chot-authority publish DIR".\n',
  },
} as const

export const policyShow = defineCommand({
  summary: { vi: 'quy định vận hành của các chốt', en: 'the policy of the checkpoints' },
  about: {
    vi: 'In quy định vận hành của lần phát hành tiếp theo: dữ liệu cũ đến đâu thì cảnh báo hay từ chối (giờ), đồng hồ được lệch bao nhiêu phút, bao nhiêu phút thì hỏi vì lặp lại, bao nhiêu ngày thì xóa dữ liệu cá nhân.',
    en: 'Prints the policy of the next publication: how old keys, rules and revocations may be (hours), how far the clock may be off (minutes), what counts as a repetition (minutes), after how many days personal data is erased.',
  },
  options: authorityOption,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, { env, locale, print }) {
    const policy = readWorkingPolicy(openHome(values.authority, env))
    for (const member of policyMembers) {
      const value = memberOf(policy, member)
      print(`${member} ${value === undefined ? words[locale].none : JSON.stringify(value)}\n`)
    }
    return 0
  },
})

/** @throws UsageError */
function readObject(member: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(
      {
        vi: `{member} nhận một đối tượng JSON, ví dụ '{example}'`,
        en: `{member} takes a JSON object, such as '{example}'`,
      },
      { member, example: '{"parentBody":"…","symbol":"…","addressees":["…"],"medicalPost":"…"}' },
      { cause },
    )
  }
}

/** @throws UsageError */
function readValue(member: string, text: string): unknown {
  if (text === without && optionalMembers.has(member)) return undefined
  if (member === 'letterhead') return readObject(member, text)
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  throw new UsageError(
    { vi: '{member} nhận một số, không nhận "{text}"', en: '{member} takes a number, not "{text}"' },
    { member, text },
  )
}

export const policySet = defineCommand({
  summary: { vi: 'đổi một mục của quy định vận hành', en: 'changes one member of the policy' },
  about: {
    vi: `Đặt một mục của quy định vận hành cho lần phát hành tiếp theo; quy định không hợp lệ thì không đổi gì. Các mục: ${policyMembers.join(', ')}. Mục ${[...optionalMembers].join(', ')} nhận cả "${without}".`,
    en: `Sets one member of the policy of the next publication; what would not be a valid policy changes nothing. The members: ${policyMembers.join(', ')}. The members ${[...optionalMembers].join(', ')} take "${without}" too.`,
  },
  examples: [
    {
      vi: 'chot-authority policy set ages.keys.ageingAfterHours 72',
      en: 'chot-authority policy set retentionDays 14',
    },
  ],
  words: { says: { vi: 'MỤC GIÁ-TRỊ', en: 'MEMBER VALUE' }, least: 2, most: 2 },
  options: authorityOption,
  statuses: {
    0: { vi: 'đã đặt', en: 'in place' },
    1: { vi: 'giá trị bị từ chối: có lý do kèm theo', en: 'the value was refused; it says why' },
  },
  async run([member = '', text = ''], values, { env, locale, print }) {
    if (!policyMembers.includes(member))
      throw new UsageError(
        {
          vi: 'không có mục "{member}"; các mục: {members}',
          en: 'there is no member "{member}"; there are: {members}',
        },
        { member, members: policyMembers.join(', ') },
      )
    const value = readValue(member, text)
    const home = openHome(values.authority, env)
    const before = alone(home.folder, () => {
      const policy = readWorkingPolicy(home)
      const next = v.safeParse(checkpointPolicySchema, withMember(policy, member.split('.'), value))
      if (!next.success)
        throw new Failure(
          'policy-unusable',
          {
            vi: '{member} không thể là {text}: {why}. Quy định không thay đổi.',
            en: '{member} cannot be {text}: {why}. The policy is unchanged.',
          },
          { member, text },
          { cause: new v.ValiError(next.issues) },
        )
      writeDurably(join(home.working, policyName), `${JSON.stringify(next.output, null, 1)}\n`)
      return memberOf(policy, member)
    })
    const shown = (each: unknown): string => (each === undefined ? words[locale].none : JSON.stringify(each))
    print(say(locale, words[locale].set, { member, before: shown(before), after: shown(value) }))
    return 0
  },
})
