/** What keeps a hub from working, in sentences that say what to do. */
import type { Sentences } from '../shared/language/locale.ts'

export const hubFaults = {
  'no-server': {
    vi: 'Không có PostgreSQL đi kèm cho loại máy này. Đặt DATABASE_URL đến một máy chủ PostgreSQL 18 rồi chạy lại.',
    en: 'There is no PostgreSQL for this kind of machine among the packages. Set DATABASE_URL to a PostgreSQL 18 server and run this again.',
  },
  'server-not-made': {
    vi: 'Không tạo được cơ sở dữ liệu trong thư mục dữ liệu: {why}. Kiểm tra ổ đĩa và quyền ghi.',
    en: 'The database could not be made in the data folder: {why}. Check the disk and who may write there.',
  },
  'server-not-started': {
    vi: 'Cơ sở dữ liệu không khởi động: {why}. Xem postgres.log trong thư mục dữ liệu.',
    en: 'The database did not start: {why}. See postgres.log in the data folder.',
  },
  'database-unreachable': {
    vi: 'Không kết nối được DATABASE_URL: {why}. Kiểm tra địa chỉ, tên và mật khẩu.',
    en: 'DATABASE_URL cannot be reached: {why}. Check address, name and password.',
  },
  'database-not-ours': {
    vi: 'Tài khoản trong DATABASE_URL không được tạo bảng ở đó: {why}. Xin người quản trị một cơ sở dữ liệu riêng mà tài khoản này làm chủ (CREATE DATABASE … OWNER …).',
    en: 'Whom DATABASE_URL names may make no tables there: {why}. Ask whoever runs that server for a database of its own (CREATE DATABASE … OWNER …).',
  },
  'database-too-old': {
    vi: 'Máy chủ cơ sở dữ liệu cũ hơn PostgreSQL 18. Nâng cấp, hoặc bỏ DATABASE_URL để dùng bản đi kèm.',
    en: 'The database server is older than PostgreSQL 18. Upgrade it, or leave DATABASE_URL away to use the one that comes along.',
  },
  'database-from-future': {
    vi: 'Cơ sở dữ liệu do bản mới hơn của máy chủ Chốt ghi. Cài bản đó rồi chạy lại.',
    en: 'A newer version of the hub wrote this database. Install that version and run this again.',
  },
} as const satisfies Record<string, Sentences>

/** One of them. */
export class HubFault extends Error {
  readonly code: keyof typeof hubFaults
  constructor(code: keyof typeof hubFaults, options?: ErrorOptions) {
    super(hubFaults[code].en, options)
    this.name = 'HubFault'
    this.code = code
  }
}
