/** The words of a place's poster, as Phụ lục II of Công văn 1324/UBND-VX (Bắc Ninh, 7/5/2021) has them: in Vietnamese alone. */

export const posterWords = (app: string) => ({
  address: (address: string): string => `Địa chỉ: ${address}`,
  caption: `MÃ QR CỦA CƠ QUAN, ĐƠN VỊ TRÊN ỨNG DỤNG ${app.toLocaleUpperCase('vi')}`,
  how: 'HƯỚNG DẪN QUÉT MÃ QR ĐĂNG KÝ VÀO CƠ QUAN, ĐƠN VỊ',
  steps: [
    `Bước 1: tải và cài đặt ứng dụng ${app} (vào kho ứng dụng của điện thoại, tìm ${app}).`,
    'Bước 2: mở ứng dụng, quét mã QR ở trên để đăng ký vào cơ quan, đơn vị.',
    `Bước 3: khai báo y tế trên ứng dụng ${app}, nếu có thông báo chưa khai báo y tế.`,
  ],
})

/** A code's side on each size of paper, in millimetres, without its quiet zone: on A4 not under 15 cm. */
export const posterCodeSide = { A4: 152, A5: 104 } as const
