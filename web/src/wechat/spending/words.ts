// Words of spending, bills and past charges, Chinese and English.

export const zh = {
  title: '消费', month: '{year} 年 {month} 月', charges: '{n} 次充电', unpaid: '未支付 {money}', unpaidOnly: '未支付的账单', all: '按月查看', picture: '每月消费', bar: '{month}：{money}', days: '每日消费', day: '{day}：{money}', list: '充电记录', none: '这个月没有充电', noneYet: '还没有消费记录，刷卡充电结束后会出现在这里',
  noUnpaid: '没有未支付的账单', more: '显示更多（还有 {n} 条）', open: '进行中', tick: '¥{n}',
  bill: {
    title: '账单', parts: '费用构成', tariff: '资费', part: { occupied: '占用时间', time: '占用时间', energy: '电量', free: '免费时长', cap: '封顶减免', band: '分时电价' }, total: '合计', at: '出账时间', paidAt: '支付时间', reason: '说明', curve: '充电曲线与经过', pay: '支付或有疑问，请联系校园充电管理员。', place: '充电站', socket: '插座', from: '开始', to: '结束', took: '时长', energy: '电量', number: '账单号', zero: '免费', minutes: '{time}',
  },
  charge: { title: '充电记录', bill: '查看账单', noBill: '结束后生成账单', full: '充满时间', end: '结束方式', notes: '经过', live: '正在进行，查看实时进度', by: { card: '刷卡结束', release: '管理员释放', other: '{reason}' } },
}

export const en: typeof zh = {
  title: 'Spending', month: '{month}/{year}', charges: '{n} charges', unpaid: '{money} unpaid', unpaidOnly: 'Unpaid bills', all: 'By month', picture: 'Spending by month', bar: '{month}: {money}', days: 'Spending by day', day: '{day}: {money}', list: 'Charges', none: 'No charge in this month', noneYet: 'Nothing spent yet. It appears when a charge has ended.',
  noUnpaid: 'No unpaid bill', more: 'Show more ({n} left)', open: 'Running', tick: '¥{n}',
  bill: {
    title: 'Bill', parts: 'What it is made of', tariff: 'Tariff', part: { occupied: 'Time occupied', time: 'Time occupied', energy: 'Energy', free: 'Free minutes', cap: 'Cap', band: 'Time-of-use price' }, total: 'Total', at: 'Billed', paidAt: 'Paid', reason: 'Note', curve: 'Curve and what happened', pay: 'To pay or to ask about it, please see your campus charging office.', place: 'Station', socket: 'Socket', from: 'Began', to: 'Ended', took: 'Duration', energy: 'Energy', number: 'Bill no.', zero: 'Free', minutes: '{time}',
  },
  charge: { title: 'Charge', bill: 'See the bill', noBill: 'Billed when it ends', full: 'Full at', end: 'Ended by', notes: 'What happened', live: 'It is running: see it live', by: { card: 'card', release: 'an administrator', other: '{reason}' } },
}
