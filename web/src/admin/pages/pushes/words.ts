export const zh = {
  title: '推送', answerDead: '{n} 条推送已放弃，请查看原因并重发', answerOk: '没有放弃的推送', state: '状态', kind: '类别', student: '学号', charge: '充电记录', empty: '没有推送', emptyFiltered: '没有符合筛选的推送', emptyWords: '学生充满、结束、超时或遇到异常时，消息会列在这里。',
  text: '学生看到的内容', created: '产生', sent: '发送', attempts: '次数', tries: '尝试 {n} 次', next: '下次 {at}', list: '推送列表', retry: '重发', retried: '已重新排队发送', retryTitle: '重发推送', retryMany: '重新发送所选的 {n} 条推送。', retryOne: '向学生 {student} 重新发送：{text}',
  manyDone: '{n} 条已重新排队', manyFailed: '{n} 条已重新排队，{failed} 条没有：{why}', all: '全部', session: '充电记录', channel: '消息通道',
}
export const en: typeof zh = {
  title: 'Pushes', answerDead: '{n} pushes were given up; see why and send them anew', answerOk: 'No pushes were given up', state: 'State', kind: 'Kind', student: 'Student no.', charge: 'Session', empty: 'No pushes', emptyFiltered: 'No pushes like that', emptyWords: 'What students are told when full, ended, overtime or wrong is listed here.',
  text: 'As the student reads it', created: 'Made', sent: 'Sent', attempts: 'Tries', tries: '{n} tries', next: 'next {at}', list: 'Pushes', retry: 'Send anew', retried: 'Queued to be sent anew', retryTitle: 'Send anew', retryMany: 'Sends the {n} pushes chosen anew.', retryOne: 'Sends to student {student} anew: {text}',
  manyDone: '{n} queued anew', manyFailed: '{n} queued anew, {failed} not: {why}', all: 'All', session: 'Session', channel: 'Channel of messages',
}
