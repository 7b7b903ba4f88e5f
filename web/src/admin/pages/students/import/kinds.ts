// What can be imported: its columns, in the order of the template, with an example.

export type ImportKind = 'students' | 'stations' | 'ammeters'

export const importKinds: readonly ImportKind[] = ['students', 'stations', 'ammeters']

export interface ImportColumn {
  name: string
  required?: boolean
  /** Of the second line of the template. */
  example: string
}

export const importColumns: Record<ImportKind, readonly ImportColumn[]> = {
  students: [
    { name: 'student_number', required: true, example: '2026000001' }, { name: 'card_number', example: '0012345678' }, { name: 'username', example: 'zhangsan' },
    { name: 'password', example: '' }, { name: 'blocked', example: '0' }, { name: 'phone', example: '13800000000' }, { name: 'brand', example: '雅迪' }, { name: 'model', example: 'DE2' },
    { name: 'battery_type', example: 'lead_acid' }, { name: 'rated_voltage', example: '48' }, { name: 'rated_ah', example: '20' },
  ],
  stations: [
    { name: 'ammeterGroup_number', required: true, example: '0001' }, { name: 'name', example: '一号宿舍楼' }, { name: 'latitude', example: '31.2304' },
    { name: 'longitude', example: '121.4737' }, { name: 'station_key', example: '' },
  ],
  ammeters: [
    { name: 'ammeterGroup_number', required: true, example: '0001' }, { name: 'ammeter_number', required: true, example: '000000000001' }, { name: 'name', example: '1 号插座' },
  ],
}

/** The server takes no more. */
export const largestFile = 20 * 1024 * 1024

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A template: the header and one example, with the mark that makes spreadsheets read UTF-8. */
export function templateOf(kind: ImportKind): string {
  const columns = importColumns[kind]
  return `\uFEFF${columns.map(c => cell(c.name)).join(',')}\r\n${columns.map(c => cell(c.example)).join(',')}\r\n`
}

/** Columns without which a file cannot be imported and that its header lacks. */
export function missingColumns(kind: ImportKind, csv: string): string[] {
  const header = csv.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  const names = new Set(header.split(',').map(name => name.trim().replace(/^"|"$/g, '').trim()))
  return importColumns[kind].filter(column => column.required && !names.has(column.name)).map(column => column.name)
}

/** The kind whose columns a header has, so that a file dropped at the wrong place is told. */
export function kindOf(csv: string): ImportKind | null {
  return (['students', 'ammeters', 'stations'] as const).find(kind => missingColumns(kind, csv).length === 0) ?? null
}
