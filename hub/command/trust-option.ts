/** The folder with the authority's repository, for the commands that hand it on. */
import type { Options } from '../../main/terminal/index.ts'

export const trustOption = {
  trust: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục bản phát hành của cơ quan (metadata/, targets/), chuyển tiếp nguyên vẹn cho các chốt',
      en: 'the folder of the authority’s publication (metadata/, targets/), handed on to checkpoints as it is',
    },
  },
} as const satisfies Options
