/** Why a profile could not be opened, in a person's words: the same in both shells. */

type Sentence = (profile: string) => string

/** By the error's code; see `openApp` and `readPageFiles`. */
const sentences: ReadonlyMap<unknown, Sentence> = new Map<unknown, Sentence>([
  [
    'PROFILE_IN_USE',
    (profile) =>
      `Chốt đang chạy với hồ sơ ${profile}. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi chạy lại. / ` +
      `Chốt is already running on the profile ${profile}. Use the window that is open, or close it and start again.`,
  ],
  [
    'CHECKPOINT_UNREADABLE',
    (profile) =>
      `Hồ sơ ${profile} chưa được thiết lập (thiếu hoặc hỏng checkpoint.json). Hãy chép lại tệp này, hoặc chạy "npm start" để tạo chốt thử. / ` +
      `The profile ${profile} is not set up (checkpoint.json is missing or broken). Put that file back, or run "npm start" to make a demo checkpoint.`,
  ],
  [
    'TRUST_UNREADABLE',
    (profile) =>
      `Không đọc được khóa tin cậy trong ${profile}. Hãy chép lại thư mục "trust" từ bản gốc rồi mở lại Chốt. / ` +
      `The trusted keys in ${profile} cannot be read. Copy the folder "trust" from its source again, then start Chốt again.`,
  ],
  [
    'JOURNAL_FROM_FUTURE',
    (profile) =>
      `Nhật ký trong ${profile} do một phiên bản Chốt mới hơn ghi. Hãy cài phiên bản đó; bản này không động đến nhật ký. / ` +
      `The journal in ${profile} was written by a newer Chốt. Install that one; this one leaves the journal alone.`,
  ],
  [
    'PAGE_NOT_BUILT',
    () =>
      'Màn hình của Chốt chưa được dựng. Hãy chạy "npm run build" rồi mở lại. / ' +
      'The screen of Chốt has not been built. Run "npm run build", then start again.',
  ],
])

/** What to tell the person, or null where the error is none of the expected ones. */
export function openingSentence(error: unknown, profile: string): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return sentences.get(code)?.(profile) ?? null
}
