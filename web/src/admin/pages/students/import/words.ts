import { usePageText } from '@/shared/i18n'

export const zh = {
  title: '导入', back: { students: '学生', stations: '充电站', ammeters: '充电站' }, kind: { students: '学生名册', stations: '充电站', ammeters: '电表' }, kindLabel: '导入什么', answer: '先预览会改变什么，确认后才写入。',
  drop: '把 CSV 文件拖到这里，或', choose: '选择文件', template: '下载模板', dropHint: '最大 20 MB。UTF-8 与 Excel 的中文编码都能读取。', columns: '文件的列', column: '列名', meaning: '含义', required: '必填', again: '导入规则',
  rules: '以第一列的编号为准：已有的更改，没有的添加，不会删除任何内容。空单元格保留原值，没有的列不变。同一编号出现多次时以最后一行为准。',
  reading: '正在读取文件', comparing: '正在与现有数据比较', tooLarge: '文件超过 20 MB，请分成几个文件', noRows: '文件是空的', missing: '缺少列 {columns}，请对照下面的说明或下载模板', other: '这像是“{kind}”的文件，请先选择对应的种类', gb: '文件不是 UTF-8，已按 GB18030 读取，请核对预览中的汉字',
  preview: '预览', what: { new: '新增', changed: '更改', unchanged: '不变', bad: '有误' }, line: '行', key: '编号', changes: '更改', problem: '问题', added: '新增', emptyRows: '没有这样的行', downloadBad: '下载有误的行',
  badWords: '有误的行会跳过。可以下载后改正，再单独导入。', apply: '写入 {n} 行', nothing: '没有需要写入的行', applyTitle: '确认导入', applyWords: '将新增 {new} 行、更改 {changed} 行，跳过有误的 {bad} 行。', discard: '放弃', discardWords: '预览会被丢弃，什么都不会改变。', discarded: '已放弃导入',
  running: '正在写入', runningWords: '可以离开此页，导入会继续；之后从这个地址回来查看。', done: '导入完成', doneWords: '新增 {new} 行，更改 {changed} 行，跳过有误的 {bad} 行。', failed: '导入未完成', failedWords: '已写入的内容保留，再次导入同一文件是安全的。', another: '再导入一个文件', see: { students: '查看学生', stations: '查看充电站', ammeters: '查看充电站' },
  gone: '这次导入已不在了', goneWords: '预览只保留一段时间，请重新选择文件。', retry: '重新写入',
  of: {
    student_number: '学号', card_number: '卡号，不能与他人相同', username: '用户名，填写即视为已注册', password: '登录密码，预览中不显示', blocked: '被封：1 是，0 否', phone: '电话', brand: '车辆品牌', model: '车辆型号', battery_type: '电池类型：lead_acid、lithium 或其他文字', rated_voltage: '额定电压，V', rated_ah: '额定容量，Ah',
    ammeterGroup_number: '充电站号', name: '名称', latitude: '纬度，WGS-84', longitude: '经度，WGS-84', station_key: '充电站密钥，预览中不显示', ammeter_number: '电表号',
  },
  fieldName: { username: '用户名', user_name: '用户名', blocked: '被封', station_key: '密钥', ammeterGroup_number: '充电站号', ammeter_number: '电表号' },
}

export const en: typeof zh = {
  title: 'Import', back: { students: 'Students', stations: 'Stations', ammeters: 'Stations' }, kind: { students: 'Students', stations: 'Stations', ammeters: 'Meters' }, kindLabel: 'What to import', answer: 'First a preview of what will change; nothing is written before you confirm.',
  drop: 'Drop a CSV file here, or', choose: 'Choose a file', template: 'Download template', dropHint: 'Up to 20 MB. UTF-8 and the Chinese encoding of Excel are read.', columns: 'Columns of the file', column: 'Column', meaning: 'Meaning', required: 'Required', again: 'How it is read',
  rules: 'Rows go by their number: known ones are changed, unknown ones added, nothing is removed. An empty cell keeps what is there; columns that are not in the file do not change. Of rows with the same number the last one counts.',
  reading: 'Reading the file', comparing: 'Comparing with what is there', tooLarge: 'The file is larger than 20 MB; please split it', noRows: 'The file is empty', missing: 'Column missing: {columns}. See below, or download the template', other: 'This looks like a file of "{kind}"; please choose that kind first', gb: 'The file is not UTF-8; it was read as GB18030. Please check the Chinese in the preview',
  preview: 'Preview', what: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', bad: 'Faulty' }, line: 'Line', key: 'Number', changes: 'Changes', problem: 'Problem', added: 'New', emptyRows: 'No such rows', downloadBad: 'Download faulty rows',
  badWords: 'Faulty rows are skipped. Download and correct them, then import them by themselves.', apply: 'Write {n} rows', nothing: 'There is nothing to write', applyTitle: 'Import', applyWords: '{new} rows will be added, {changed} changed; {bad} faulty ones are skipped.', discard: 'Discard', discardWords: 'The preview is thrown away; nothing changes.', discarded: 'The import was discarded',
  running: 'Writing', runningWords: 'You may leave this page, it goes on; come back by this address.', done: 'Imported', doneWords: '{new} rows added, {changed} changed, {bad} faulty ones skipped.', failed: 'The import did not finish', failedWords: 'What was written stays; importing the same file again is safe.', another: 'Import another file', see: { students: 'See the students', stations: 'See the stations', ammeters: 'See the stations' },
  gone: 'This import is no longer there', goneWords: 'Previews are kept for a while only; please choose the file again.', retry: 'Write again',
  of: {
    student_number: 'Student number', card_number: 'Card number, nobody else\'s', username: 'User name; who has one is registered', password: 'Password, not shown in the preview', blocked: 'Blocked: 1 yes, 0 no', phone: 'Phone', brand: 'Brand of the vehicle', model: 'Model of the vehicle', battery_type: 'Battery type: lead_acid, lithium or another text', rated_voltage: 'Rated voltage, V', rated_ah: 'Rated capacity, Ah',
    ammeterGroup_number: 'Station number', name: 'Name', latitude: 'Latitude, WGS-84', longitude: 'Longitude, WGS-84', station_key: 'Key of the station, not shown in the preview', ammeter_number: 'Meter number',
  },
  fieldName: { username: 'User name', user_name: 'User name', blocked: 'Blocked', station_key: 'Key', ammeterGroup_number: 'Station no.', ammeter_number: 'Meter no.' },
}

export const useImportText = () => usePageText(zh, en)
