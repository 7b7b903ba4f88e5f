// Words of spending, Chinese and English.

export const zh = {
  title: '消费', answer: '近 12 个月的充电费用', month: '{year} 年 {month} 月', line: '{n} 次充电 · {energy}', unpaid: '未支付 {money}', picture: '每月消费', bar: '{month}：{money}，{n} 次充电，{energy}', days: '每日消费', dayTitle: '{month}的每一天', dayBar: '{day}：{money}，{n} 次充电，{energy}', none: '这个月没有充电', empty: '还没有消费，充电结束后会出现在这里', charges: '查看这个月的充电', choose: '选择一天查看明细',
  csv: { name: '消费', day: '日期', charges: '充电次数', energy: '电量 (kWh)', money: '金额 (元)' },
}

export const en: typeof zh = {
  title: 'Spending', answer: 'What charging cost in the last 12 months', month: '{month}/{year}', line: 'Charges: {n} · {energy}', unpaid: '{money} unpaid', picture: 'By month', bar: '{month}: {money}, charges: {n}, {energy}', days: 'By day', dayTitle: 'Days of {month}', dayBar: '{day}: {money}, charges: {n}, {energy}', none: 'No charge in this month', empty: 'Nothing spent yet; it appears when a charge has ended', charges: 'See the charges of this month', choose: 'Choose a day to see it',
  csv: { name: 'spending', day: 'Day', charges: 'Charges', energy: 'Energy (kWh)', money: 'Money (yuan)' },
}
