/** The pages of what is refused. A person may read them, so each says what to do, in Vietnamese and English. */

interface Sentences {
  /** The HTTP status. */
  status: number
  title: string
  vi: string
  en: string
}

const anew = {
  vi: 'Hãy mở địa chỉ mới nhất in trong cửa sổ dòng lệnh đã chạy Chốt, hoặc đóng Chốt rồi mở lại.',
  en: 'Open the newest address printed in the terminal that runs Chốt, or close Chốt and start it again.',
}

const refusals = {
  otherName: {
    status: 421,
    title: 'Địa chỉ này không phải của Chốt',
    vi: `Chốt chỉ trả lời ở địa chỉ 127.0.0.1. ${anew.vi}`,
    en: `Chốt answers at the address 127.0.0.1 only. ${anew.en}`,
  },
  otherSite: {
    status: 403,
    title: 'Không trả lời trang khác',
    vi: `Một trang web khác đã gọi Chốt nên bị từ chối. ${anew.vi}`,
    en: `Another web page called Chốt, and was refused. ${anew.en}`,
  },
  notAsked: {
    status: 405,
    title: 'Chốt không nhận yêu cầu này',
    vi: `Trang này chỉ để xem, không nhận gì gửi đến. ${anew.vi}`,
    en: `This page is only read; nothing is sent to it. ${anew.en}`,
  },
  notThere: {
    status: 404,
    title: 'Không có trang này',
    vi: `Chốt không có trang nào ở địa chỉ này. ${anew.vi}`,
    en: `Chốt has no page at this address. ${anew.en}`,
  },
  tooMuch: {
    status: 431,
    title: 'Trình duyệt gửi kèm quá nhiều cookie',
    vi:
      'Chương trình khác trên máy này đã để lại quá nhiều cookie trong trình duyệt; Chốt không dùng cookie nào và vừa ' +
      `bảo trình duyệt xóa chúng. Hãy tải lại trang. Nếu vẫn vậy: ${anew.vi}`,
    en:
      'Another program on this machine left too many cookies in this browser; Chốt uses none, and has just told the ' +
      `browser to delete them. Reload the page. If that does not help: ${anew.en}`,
  },
  notUnderstood: {
    status: 400,
    title: 'Chốt không hiểu yêu cầu này',
    vi: `Yêu cầu không đúng dạng hoặc gửi quá chậm. ${anew.vi}`,
    en: `The request was malformed, or came too slowly. ${anew.en}`,
  },
} satisfies Record<string, Sentences>

/** What is refused. */
export type Refusal = keyof typeof refusals

/** One of the refusals as a page that needs nothing else: no style, no script. */
export function refusalPage(refusal: Refusal): { status: number; page: string } {
  const { status, title, vi, en } = refusals[refusal]
  const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chốt: ${title}</title>
<h1>${title}</h1>
<p>${vi}</p>
<p lang="en">${en}</p>
</html>
`
  return { status, page }
}
