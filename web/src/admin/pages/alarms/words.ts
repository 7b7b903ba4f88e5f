export const zh = {
  title: '告警', needs: '{n} 项未处理，其中危险 {danger} 项，尚未确认 {unseen} 项', calm: '没有未处理的告警', calmWords: '出现异常时会列在这里，最危险的在最上面。', emptyFiltered: '没有符合筛选的告警',
  state: { label: '状态', open: '未处理', unseen: '未确认', seen: '已确认', cleared: '已解除', all: '全部' },
  severity: '级别', rule: '规则', station: '充电站', ammeter: '电表', charge: '充电记录', from: '最近发生，从', to: '到', whole: '整个充电站',
  message: '内容', count: '次数', times: '{n} 次', raised: '首次', last: '最近', handled: '处理', where: '位置', by: '{who}，{at}', system: '系统', seenBy: '{who} 已确认', clearedBy: '由 {who} 解除', notSeen: '未确认',
  acknowledge: '确认', clear: '解除', acknowledged: '已确认', clearedDone: '已解除', session: '充电记录',
  clearTitle: '解除告警', clearOne: '{what}（{where}）。如果问题仍在，会再次告警。', clearMany: '解除所选的 {n} 项告警。问题仍在的会再次告警。',
  manyDone: '{n} 项已完成', manyFailed: '{n} 项完成，{failed} 项未完成：{why}', list: '告警列表',
}
export const en: typeof zh = {
  title: 'Alarms', needs: '{n} open, {danger} of them danger, {unseen} not acknowledged', calm: 'No open alarms', calmWords: 'What goes wrong is listed here, the most dangerous on top.', emptyFiltered: 'No alarms like that',
  state: { label: 'State', open: 'Open', unseen: 'Not acknowledged', seen: 'Acknowledged', cleared: 'Cleared', all: 'All' },
  severity: 'Severity', rule: 'Rule', station: 'Station', ammeter: 'Meter', charge: 'Session', from: 'Last raised from', to: 'To', whole: 'The whole station',
  message: 'What', count: 'Times', times: '{n} times', raised: 'First', last: 'Last', handled: 'Handled', where: 'Where', by: '{who}, {at}', system: 'the system', seenBy: 'acknowledged by {who}', clearedBy: 'cleared by {who}', notSeen: 'not acknowledged',
  acknowledge: 'Acknowledge', clear: 'Clear', acknowledged: 'Acknowledged', clearedDone: 'Cleared', session: 'Session',
  clearTitle: 'Clear the alarm', clearOne: '{what} ({where}). If it is still wrong, it is raised again.', clearMany: 'Clear the {n} alarms chosen. What is still wrong is raised again.',
  manyDone: '{n} done', manyFailed: '{n} done, {failed} not: {why}', list: 'Alarms',
}
