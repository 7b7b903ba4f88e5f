// Words of bills, Chinese and English.

export const zh = {
  title: '账单', answer: '充电结束后生成账单', owed: '共有 {n} 笔未支付，合计 {money}', nothing: '没有未支付的账单', label: '账单列表', empty: '还没有账单，充电结束后会出现在这里', emptyFiltered: '没有这样的账单', status: '状态', all: '全部', how: '支付请联系校园充电管理员，暂不支持在线支付。',
  column: { place: '充电站', at: '出账时间', money: '金额', status: '状态', energy: '电量', took: '时长' },
  page: {
    title: '账单 #{id}', parts: '费用构成', part: '项目', amount: '数量', money: '金额', total: '合计', tariff: '资费', paidAt: '支付时间', waivedAt: '免除时间', reason: '说明', curve: '查看这次充电', facts: '这次充电', started: '开始时间', ended: '结束时间', took: '时长', energy: '电量', place: '充电站', socket: '插座', at: '出账时间', number: '账单号',
    how: '如何支付', howWords: '请携带校园卡到校园充电管理处支付，管理员会将账单标记为已支付。暂不支持在线支付。', question: '对金额有疑问，请把账单号告诉管理员。', paid: '这笔账单已经支付，不需要再做什么。', waived: '这笔账单已免除，不需要支付。',
  },
}

export const en: typeof zh = {
  title: 'Bills', answer: 'A bill is made when a charge ends', owed: '{n} unpaid, {money} in all', nothing: 'Nothing is unpaid', label: 'List of bills', empty: 'No bills yet; they appear when a charge has ended', emptyFiltered: 'There is no such bill', status: 'State', all: 'All', how: 'Please pay at your campus charging office; paying online is not possible yet.',
  column: { place: 'Station', at: 'Billed', money: 'Amount', status: 'State', energy: 'Energy', took: 'Duration' },
  page: {
    title: 'Bill #{id}', parts: 'What it is made of', part: 'Item', amount: 'Amount', money: 'Money', total: 'Total', tariff: 'Tariff', paidAt: 'Paid', waivedAt: 'Waived', reason: 'Note', curve: 'See this charge', facts: 'The charge', started: 'Began', ended: 'Ended', took: 'Duration', energy: 'Energy', place: 'Station', socket: 'Socket', at: 'Billed', number: 'Bill no.',
    how: 'How to pay', howWords: 'Bring your campus card to the campus charging office; the administrator there marks the bill as paid. Paying online is not possible yet.', question: 'For questions about the amount please tell them the bill number.', paid: 'This bill is paid; there is nothing more to do.', waived: 'This bill was waived; nothing has to be paid.',
  },
}
