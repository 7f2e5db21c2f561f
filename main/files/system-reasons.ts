/** Why the operating system refused something, in a person's words. */
import type { Sentences } from '../../shared/language/locale.ts'

/** By the system's own name of the error (`errno.h`), as phrases. */
export const systemReasons: Readonly<Record<string, Sentences>> = {
  ENOENT: { vi: 'không có tệp hoặc thư mục này', en: 'there is no such file or folder' },
  EACCES: { vi: 'không có quyền', en: 'permission was denied' },
  EPERM: { vi: 'không được phép', en: 'it is not permitted' },
  EISDIR: { vi: 'đó là thư mục', en: 'that is a folder' },
  ENOTDIR: { vi: 'đó không phải thư mục', en: 'that is no folder' },
  EEXIST: { vi: 'đã có rồi', en: 'it is there already' },
  ENOSPC: { vi: 'đĩa đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'hết dung lượng được cấp', en: 'the quota is used up' },
  EROFS: { vi: 'đĩa chỉ đọc', en: 'the disk is read-only' },
  ELOOP: { vi: 'các liên kết dẫn vòng tròn', en: 'its links lead in a circle' },
  ENAMETOOLONG: { vi: 'tên quá dài', en: 'the name is too long' },
  EIO: { vi: 'ổ đĩa hoặc USB bị lỗi', en: 'the disk or stick does not answer' },
}
