/** The pages of the ways in that are shut. A person reads them, so each says what to do, in Vietnamese and English. */

interface Sentences {
  title: string
  vi: string
  en: string
}

const anew = {
  vi: 'Hãy mở địa chỉ mới nhất in trong cửa sổ dòng lệnh đã chạy Chốt, hoặc đóng Chốt rồi mở lại.',
  en: 'Open the newest address printed in the terminal that runs Chốt, or close Chốt and start it again.',
}

const refusals = {
  usedAddress: {
    title: 'Địa chỉ này đã dùng rồi',
    vi: `Địa chỉ này không đúng hoặc đã được dùng một lần. ${anew.vi}`,
    en: `This address is wrong or has been used once already. ${anew.en}`,
  },
  noSession: {
    title: 'Chưa vào Chốt',
    vi: `Trình duyệt này chưa vào Chốt, hoặc Chốt đã được mở lại từ lần trước. ${anew.vi}`,
    en: `This browser has not entered Chốt, or Chốt was started again since. ${anew.en}`,
  },
} satisfies Record<string, Sentences>

/** One of the refusals as a page that needs nothing else: no style, no script, for nothing else would be let in. */
export function refusalPage(refusal: keyof typeof refusals): string {
  const { title, vi, en } = refusals[refusal]
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chốt: ${title}</title>
<h1>${title}</h1>
<p>${vi}</p>
<p lang="en">${en}</p>
</html>
`
}
