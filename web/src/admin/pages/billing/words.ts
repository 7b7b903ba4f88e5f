// Words of the pages of bills, Chinese and English.

export const zh = {
  title: '消费管理', answer: '本月收了多少，还有谁欠费', tabs: { bills: '账单', statistics: '统计', arrears: '欠费' },
  figure: { total: '本月应收', unpaid: '本月未支付', paid: '本月已支付', waived: '本月已免除', owed: '全部欠费', bills: '{n} 张账单', students: '{n} 名学生' },
  list: {
    label: '账单列表', bill: '账单', student: '学号', socket: '电表', created: '出账时间', status: '状态', any: '全部状态', range: '时间', money: '金额范围', sum: '合计 {sum}', empty: '还没有账单，充电结束后会自动生成',
    emptyFiltered: '没有符合条件的账单，请放宽筛选', file: '账单',
  },
  step: {
    pay: '标记为已支付', waive: '免除', reopen: '恢复为未支付', button: { pay: '标记已支付', waive: '免除', reopen: '恢复未支付' },
    one: { pay: '确认学生 {student} 已支付 {money}。', waive: '学生 {student} 将不必支付 {money}。请填写原因：', reopen: '学生 {student} 的账单 {money} 将恢复为未支付。原因（可不填）：' },
    many: {
      pay: '确认 {students} 名学生的 {n} 张账单共 {money} 已支付。', waive: '{students} 名学生的 {n} 张账单共 {money} 将不必支付。请填写原因：', reopen: '{students} 名学生的 {n} 张账单共 {money} 将恢复为未支付。原因（可不填）：',
    },
    needReason: '请填写原因', done: { pay: '已标记为已支付', waive: '已免除', reopen: '已恢复为未支付' }, working: '正在处理 {n} 张账单', title: '处理结果', summary: '{ok} 张完成，{bad} 张未完成', selected: '已选 {n} 张，{money}',
    none: '所选账单不需要此操作',
  },
  stats: {
    by: { day: '按日', station: '按充电站', student: '按学生' }, byLabel: '统计方式', range: '统计时间', chart: '账单金额与用电量', money: '金额（元）', energy: '用电量（kWh）', empty: '这段时间没有账单，请换一段时间', key: { day: '日期', station: '充电站', student: '学生' },
    bills: '账单数', total: '应收', top: '图中为金额最高的 {n} 项，下表为全部', label: '统计表', file: '消费统计', sums: '合计 {money}，{n} 张账单，{energy}',
  },
  arrears: { label: '欠费学生', student: '学生', owed: '欠费', bills: '未支付账单', oldest: '最早欠费', blocked: '已封禁', empty: '没有学生欠费', sum: '共欠 {money}', show: '查看账单' },
  page: { title: '账单 #{id}', back: '消费管理', session: '充电记录', history: '状态记录', noHistory: '生成以来没有变动', change: '{from} 改为 {to}', created: '账单生成', by: '{who}', openSession: '查看充电记录', started: '充电开始', missing: '没有这张账单，充电结束后才会生成' },
}

export const en: typeof zh = {
  title: 'Billing', answer: 'What came in this month, and who still owes', tabs: { bills: 'Bills', statistics: 'Statistics', arrears: 'Arrears' },
  figure: { total: 'Billed this month', unpaid: 'Unpaid this month', paid: 'Paid this month', waived: 'Waived this month', owed: 'All arrears', bills: '{n} bills', students: '{n} students' },
  list: {
    label: 'List of bills', bill: 'Bill', student: 'Student', socket: 'Meter', created: 'Billed', status: 'Status', any: 'Any status', range: 'Time', money: 'Amount', sum: '{sum} in all', empty: 'No bills yet; they are made when charges end',
    emptyFiltered: 'No bill fits. Loosen the filters.', file: 'bills',
  },
  step: {
    pay: 'Mark as paid', waive: 'Waive', reopen: 'Back to unpaid', button: { pay: 'Mark paid', waive: 'Waive', reopen: 'Reopen' },
    one: { pay: 'Student {student} has paid {money}.', waive: 'Student {student} need not pay {money}. The reason:', reopen: 'The bill of student {student} over {money} is unpaid again. The reason (optional):' },
    many: {
      pay: '{n} bills of {students} students over {money} have been paid.', waive: '{n} bills of {students} students over {money} need not be paid. The reason:', reopen: '{n} bills of {students} students over {money} are unpaid again. The reason (optional):',
    },
    needReason: 'Please give the reason', done: { pay: 'Marked as paid', waive: 'Waived', reopen: 'Unpaid again' }, working: 'Working on {n} bills', title: 'What came of it', summary: '{ok} done, {bad} not done', selected: '{n} selected, {money}',
    none: 'None of the selected bills needs this',
  },
  stats: {
    by: { day: 'By day', station: 'By station', student: 'By student' }, byLabel: 'Added up', range: 'Time', chart: 'Bills and energy', money: 'Amount (yuan)', energy: 'Energy (kWh)', empty: 'No bills in this time. Choose another.', key: { day: 'Day', station: 'Station', student: 'Student' },
    bills: 'Bills', total: 'Billed', top: 'The chart shows the {n} highest, the table all', label: 'Statistics', file: 'statistics', sums: '{money} in all, {n} bills, {energy}',
  },
  arrears: { label: 'Students in arrears', student: 'Student', owed: 'Owes', bills: 'Unpaid bills', oldest: 'Oldest', blocked: 'Blocked', empty: 'Nobody owes anything', sum: '{money} owed in all', show: 'Show bills' },
  page: { title: 'Bill #{id}', back: 'Billing', session: 'Session', history: 'History', noHistory: 'Nothing changed since it was made', change: '{from} to {to}', created: 'Bill made', by: '{who}', openSession: 'Open session', started: 'Charge began', missing: 'There is no such bill; it is made when the charge ends' },
}
