// Words of what a student was told, Chinese and English.

export const zh = {
  title: '提醒', answer: '充满、结束、超时和异常时的提醒，会发到绑定的微信', label: '提醒列表', empty: '还没有提醒，充满或结束充电时会出现在这里', kind: '类型', text: '内容', at: '时间', state: '发送', states: { sent: '已发送', waiting: '待发送', failed: '未送达' }, open: '查看充电',
  unbound: '尚未绑定微信，提醒只能在这里看到。', bind: '如何绑定',
}

export const en: typeof zh = {
  title: 'Messages', answer: 'When a bike is full, a charge ends, takes too long or goes wrong; they go to the bound WeChat account', label: 'List of messages', empty: 'No messages yet; they come when a battery is full or a charge ends', kind: 'Kind', text: 'Text', at: 'Time', state: 'Delivery', states: { sent: 'Sent', waiting: 'Waiting', failed: 'Not delivered' }, open: 'See the charge',
  unbound: 'No WeChat account is bound: messages are seen here only.', bind: 'How to bind',
}
