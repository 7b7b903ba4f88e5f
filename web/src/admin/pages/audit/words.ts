import { usePageText } from '@/shared/i18n'

export const zh = {
  answer: '谁在何时更改了什么', who: '操作人', what: '操作', subject: '对象', change: '更改', empty: '没有符合条件的记录', emptyAll: '还没有记录', subjectHint: '例如 student/2026000001', raw: '原始内容', more: '展开其余 {n} 项', less: '收起', same: '内容没有变化', nothing: '无附加内容', was: '原为', is: '现为', added: '新增', removed: '去掉',
  program: '系统', period: '时间段',
  of: { campus: '全校', station: '充电站', ammeter: '电表', student: '学生', account: '账号', bill: '消费', charge: '充电记录', alarm: '告警', push: '推送', import: '导入' },
  words: {
    settings: { change: '更改设置', clear: '恢复默认设置' }, station_key: { rotate: '更换充电站密钥', clear: '取消充电站密钥' }, import: { _: '导入' },
    account: { create: '添加账号', change: '更改账号', remove: '删除账号', password: '更改自己的密码', reset_password: '重置账号密码' },
    session: { sign_in: '登录', failed: '登录失败', sign_out_everywhere: '在所有设备退出' },
    ammeter: { on: '合闸', off: '开闸', release: '释放', lock: '锁定', unlock: '解锁', add: '添加电表', rename: '更改电表名称', remove: '删除电表' },
    station: { create: '添加充电站', change: '更改充电站', retire: '停用充电站', restore: '恢复充电站' },
    student: { create: '添加学生', change: '更改学生资料', block: '封禁学生', unblock: '解封学生', card: '更换卡', reset_password: '重置学生密码', unbind_wechat: '解除微信绑定' },
    bill: { pay: '标记已支付', waive: '免除消费', reopen: '恢复未支付' }, alarm: { acknowledge: '确认告警', clear: '解除告警' }, push: { retry: '重新推送' },
  },
  groups: { settings: '设置', station_key: '密钥', import: '导入', account: '账号', session: '登录', ammeter: '电表', station: '充电站', student: '学生', bill: '消费', alarm: '告警', push: '推送' },
  fields: {
    role: '角色', disabled: '已停用', must_change_password: '需更换密码', address: '来自地址', state: '状态', control: '命令', charge_id: '充电记录', blocked: '被封', blocked_reason: '封禁原因', wechat_bound: '已绑定微信', wechat_openid: '微信', retired: '已停用', retired_at: '停用时间', group: '充电站号', ammeter: '电表号',
    vehicle: '车辆', tariff: '计费', rules: '规则', map: '地图', arrears_limit_fen: '欠费限额', sessions_per_student: '每人同时充电', file: '文件', kind: '种类', new: '新增', changed: '更改', unchanged: '不变', bad: '有误', has_key: '有密钥', status: '状态', fen: '金额', stored: '写入', skipped: '跳过', students: '学生', stations: '充电站', ammeters: '电表', valid_until: '有效至', taken_from: '原持卡人', reason: '原因', former_until: '旧密钥有效至',
  },
}

export const en: typeof zh = {
  answer: 'Who changed what, and when', who: 'Who', what: 'What', subject: 'Of what', change: 'Change', empty: 'No entry matches', emptyAll: 'No entries yet', subjectHint: 'For example student/2026000001', raw: 'As it was kept', more: '{n} more', less: 'Fewer', same: 'The content is the same', nothing: 'Nothing further', was: 'Was', is: 'Is', added: 'Added', removed: 'Removed',
  program: 'The system', period: 'Period',
  of: { campus: 'Campus', station: 'Station', ammeter: 'Meter', student: 'Student', account: 'Account', bill: 'Bill', charge: 'Session', alarm: 'Alarm', push: 'Push', import: 'Import' },
  words: {
    settings: { change: 'Changed settings', clear: 'Took settings back' }, station_key: { rotate: 'Gave the station a new key', clear: 'Took the station\'s key away' }, import: { _: 'Imported' },
    account: { create: 'Added an account', change: 'Changed an account', remove: 'Deleted an account', password: 'Changed the own password', reset_password: 'Reset a password' },
    session: { sign_in: 'Signed in', failed: 'Sign-in failed', sign_out_everywhere: 'Signed out everywhere' },
    ammeter: { on: 'Switched on', off: 'Switched off', release: 'Released', lock: 'Locked', unlock: 'Unlocked', add: 'Added a meter', rename: 'Renamed a meter', remove: 'Removed a meter' },
    station: { create: 'Added a station', change: 'Changed a station', retire: 'Retired a station', restore: 'Restored a station' },
    student: { create: 'Added a student', change: 'Changed a student', block: 'Blocked a student', unblock: 'Unblocked a student', card: 'Changed a card', reset_password: 'Reset a student\'s password', unbind_wechat: 'Unbound WeChat' },
    bill: { pay: 'Marked as paid', waive: 'Waived a bill', reopen: 'Reopened a bill' }, alarm: { acknowledge: 'Acknowledged an alarm', clear: 'Cleared an alarm' }, push: { retry: 'Sent a push again' },
  },
  groups: { settings: 'Settings', station_key: 'Keys', import: 'Import', account: 'Accounts', session: 'Sign-in', ammeter: 'Meters', station: 'Stations', student: 'Students', bill: 'Bills', alarm: 'Alarms', push: 'Pushes' },
  fields: {
    role: 'Role', disabled: 'Disabled', must_change_password: 'Must change password', address: 'From address', state: 'State', control: 'Command', charge_id: 'Session', blocked: 'Blocked', blocked_reason: 'Why blocked', wechat_bound: 'WeChat bound', wechat_openid: 'WeChat', retired: 'Retired', retired_at: 'Retired at', group: 'Station no.', ammeter: 'Meter no.',
    vehicle: 'Vehicle', tariff: 'Tariff', rules: 'Rules', map: 'Map', arrears_limit_fen: 'Arrears limit', sessions_per_student: 'Charges at once', file: 'File', kind: 'Kind', new: 'New', changed: 'Changed', unchanged: 'Unchanged', bad: 'Faulty', has_key: 'Has a key', status: 'State', fen: 'Amount', stored: 'Stored', skipped: 'Skipped', students: 'Students', stations: 'Stations', ammeters: 'Meters', valid_until: 'Valid until', taken_from: 'Taken from', reason: 'Reason', former_until: 'Old key valid until',
  },
}

/** The kinds of changes to choose from: those that have words. */
export const whats: readonly string[] = Object.entries(zh.words).flatMap(([group, words]) => Object.keys(words).map(name => (name === '_' ? group : `${group}.${name}`)))

export const useAuditText = () => usePageText(zh, en)
