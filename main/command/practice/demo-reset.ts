/** `chot demo reset`: takes the demo away, so that the next start makes another one. */
import { shownText } from '../../../shared/language/shown-text.ts'
import { say } from '../../../shared/language/say.ts'
import { notDemo, resetDemo } from '../../checkpoint/index.ts'
import { profileState, readCheckpoint } from '../../profile/index.ts'
import { askLine, defineCommand, Failure, status, type Options } from '../../terminal/index.ts'
import { chosenPractice, practiceProfileOption } from '../options.ts'
import { sayRefused } from '../profile/say-refused.ts'

const words = {
  vi: {
    warning: 'Xóa hồ sơ tập huấn trong {profile}, cả nhật ký của nó. Gõ lại tên chốt để xác nhận ({name}): ',
    done: 'Đã xóa hồ sơ tập huấn trong {profile}. "npm start" tạo hồ sơ mới.',
    left: 'Còn lại trong thư mục, không phải của Chốt: {names}. Chuyển đi nơi khác trước khi chạy "npm start".',
  },
  en: {
    warning:
      'This removes the practice profile in {profile}, its journal with it. Type the checkpoint’s name to go on ({name}): ',
    done: 'The practice profile in {profile} was removed. "npm start" makes a new one.',
    left: 'Left in the folder, and none of Chốt’s: {names}. Move it away before you run "npm start".',
  },
} as const

const options = {
  confirm: {
    type: 'string',
    value: 'NAME',
    says: { vi: 'tên chốt, gõ lại khi không có ai để hỏi', en: 'the checkpoint’s name, where nobody can be asked' },
  },
  ...practiceProfileOption,
} as const satisfies Options

export const demoReset = defineCommand({
  summary: { vi: 'xóa hồ sơ tập huấn, để tạo lại', en: 'removes the practice profile, to make it anew' },
  about: {
    vi: 'Xóa hồ sơ tập huấn do "npm start" tạo, sau khi gõ lại tên chốt. Hồ sơ của chốt thật không bao giờ bị xóa. Chốt phải đóng.',
    en: 'Removes the practice profile that "npm start" made, once its name has been typed back. A real checkpoint’s profile is never removed. Chốt must be closed.',
  },
  options,
  statuses: {
    0: { vi: 'đã xóa', en: 'removed' },
    1: { vi: 'không xóa: có lý do kèm theo', en: 'not removed; it says why' },
  },
  async run(_words, values, terminal) {
    const { complain, env, locale, print } = terminal
    const profile = chosenPractice(values, env)
    if (profileState(profile).kind === 'empty')
      throw new Failure(
        'no-practice-profile',
        {
          vi: 'Trong {profile} không có hồ sơ tập huấn nào, nên không có gì để xóa. "npm start" tạo hồ sơ mới.',
          en: 'There is no practice profile in {profile}, so there is nothing to remove. "npm start" makes one.',
        },
        { profile },
        { status: status.setup },
      )
    const { name } = readCheckpoint(profile)
    // Nobody is asked to type a real checkpoint's name under the word "remove".
    const refused = notDemo(profile)
    if (refused) return sayRefused(refused, terminal)
    const typed = values.confirm ?? (await askLine(say(locale, words[locale].warning, { profile, name }), terminal))
    if (typed !== name)
      throw new Failure(
        'not-confirmed',
        {
          vi: 'Chưa xác nhận đúng tên chốt ({name}). Chưa xóa gì. Không có ai để hỏi thì thêm --confirm với tên đó.',
          en: 'The checkpoint’s name ({name}) was not typed back. Nothing was removed. Where nobody can be asked, add --confirm with that name.',
        },
        { name },
        typed === null ? { status: status.usage } : {},
      )
    const reset = await resetDemo(profile)
    if (!reset.ok) return sayRefused(reset, terminal)
    print(`${say(locale, words[locale].done, { profile })}\n`)
    if (reset.left.length > 0)
      complain(`${say(locale, words[locale].left, { names: reset.left.map(shownText).join(', ') })}\n`)
    return 0
  },
})
