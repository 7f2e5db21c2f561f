/** Names as often as people in Viet Nam bear them: a few surnames are most people's. */

import { pick, pickByShare, type Shares } from './chance.ts'

const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '))

/** Of a hundred people, how many bear each; who is left over bears a rare one. */
const surnames: Shares<string> = [
  ['Nguyễn', 38.4],
  ['Trần', 12.1],
  ['Lê', 9.5],
  ['Phạm', 7],
  ['Hoàng', 5.1],
  ['Phan', 4.5],
  ['Vũ', 3.9],
  ['Đặng', 2.1],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ['Lý', 0.5],
]
/** Surnames of one person in a hundred or fewer, alike in number. */
export const rareSurnames = words(
  'Giáp Thân Lò Vàng Sùng Hà Chu Triệu Mạc Lương Đinh Trịnh Đào Đoàn Tô Tạ Nông Hứa Khổng Quách',
  'Thạch Lục Ông Âu Bế Cù Doãn Kiều La',
)
const middlesOfMen: Shares<string> = [
  ['Văn', 46],
  ['Đức', 9],
  ['Minh', 6],
  ['Quang', 6],
  ['Hữu', 5],
  ['Xuân', 4],
  ['Đình', 4],
  ['Ngọc', 4],
  ['Mạnh', 3],
  ['Công', 3],
  ['Thanh', 3],
  ['Tiến', 2],
]
const middlesOfWomen: Shares<string> = [
  ['Thị', 52],
  ['Thị Thu', 8],
  ['Thị Ngọc', 6],
  ['Ngọc', 6],
  ['Thu', 5],
  ['Thị Thanh', 4],
  ['Thùy', 4],
  ['Phương', 4],
  ['Minh', 3],
  ['Hồng', 3],
]
const rareMiddles = ['Khắc', 'Bá', 'Trọng', 'Gia', 'Việt', 'Anh', 'Hoài', 'Bảo', 'Kim', 'Mỹ']
const givenOfMen = words(
  'Hùng Tuấn Dũng Anh Sơn Hải Cường Long Hiếu Thắng Nam Minh Quân Đức Hoàng Thành Tùng Trung Bình',
  'An Phong Kiên Toàn Khánh Lâm Phúc Vinh Huy Mạnh Quang Tú Giang Hưng Chiến Quyết Thịnh Đạt Duy',
  'Bắc Tiến Lợi Khoa Vượng Đông Luân Nghĩa Tâm Thái Xuân Yên Bảo Chính Doanh Hậu Pánh Sáng',
)
const givenOfWomen = words(
  'Hương Lan Hoa Hà Linh Thảo Trang Hằng Huyền Nga Thủy Yến Mai Phương Ngọc Hạnh Dung Liên Nhung',
  'Oanh Tuyết Vân Thu Hiền Loan Anh Bích Chi Diệp Đào Giang Hoài Hồng Khuyên Lệ Luyến My Nguyệt',
  'Nhàn Quỳnh Sen Tâm Thanh Thơm Trinh Uyên Xuyến Ánh Hậu Mận Na Ngân Thoa Thúy Vui Xoan',
)

/** A name, drawn: the same draws make the same name. */
export function drawName(draw: () => number, man: boolean): string {
  const either = (names: Shares<string>, rare: readonly string[]): string => {
    const [drawn, other] = [draw(), draw()]
    return pickByShare(drawn, names, 100) ?? pick(other, rare)
  }
  const surname = either(surnames, rareSurnames)
  const middle = either(man ? middlesOfMen : middlesOfWomen, rareMiddles)
  const given = pick(draw() ** 1.7, man ? givenOfMen : givenOfWomen)
  return `${surname} ${middle} ${given}`
}
