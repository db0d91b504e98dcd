import type { ReportModel } from '../../report-model.ts'
import { code, type Part, paragraph, table } from '../block.ts'
import { counted } from '../words.ts'

/** Part 4: every file with its size, what it is for, and where it stands. */
export const inventory = ({ files }: ReportModel): Part => {
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return {
    id: 'inventory',
    title: 'File inventory',
    blocks: [
      ...(files.length === 0
        ? []
        : [paragraph(`${counted(files.length, 'file')}, ${counted(lines, 'line')}, ${counted(bytes, 'byte')}.`)]),
      table(
        ['File', 'Lines', 'Bytes', 'Status', 'Purpose'],
        files.map(each => [[code(each.path)], String(each.lines), String(each.bytes), each.status, each.purpose]),
        'No file has been written.',
      ),
    ],
  }
}
