// Words of the charges, Chinese and English.
import { en as analysisEn, zh as analysisZh } from '@/shared/analysis/words'
import { en as sharedEn, zh as sharedZh } from '@/shared/student/words'

export const zh = {
  ...sharedZh, ...analysisZh,
  title: '充电记录', answer: '每一次充电的时间、电量和费用', label: '充电记录列表', empty: '还没有充电记录，刷卡充电后会出现在这里', emptyFiltered: '没有符合条件的充电记录，请放宽筛选', range: '时间', status: '状态', any: '全部', open: '进行中', ended: '已结束',
  column: { place: '充电站', socket: '插座', started: '开始', took: '时长', energy: '电量', money: '费用', bill: '账单', status: '状态' },
  page: {
    title: '充电记录', live: '正在进行，在首页查看实时进度', bill: '查看账单', noBill: '结束后生成账单', facts: '本次充电', full: '充满时间', ended: '结束时间', end: '结束方式', number: '编号', notes: '经过', phases: '充电阶段', noPhases: '还没有识别出阶段', phaseHelp: {
      constant_current: '以稳定的电流充电', taper: '接近充满，电流逐渐减小', trickle: '小电流补足', zero_current: '没有电流', interrupted: '充电曾中断', idle: '已接入，尚未充电',
    },
    by: { card: '刷卡结束', release: '管理员释放', other: '系统结束' }, share: '{time}，占 {percent}',
  },
}

export const en: typeof zh = {
  ...sharedEn, ...analysisEn,
  title: 'Charges', answer: 'Every charge: when, how much energy, what it cost', label: 'List of charges', empty: 'No charges yet; they appear when you charge by card', emptyFiltered: 'No charge fits. Loosen the filters.', range: 'Time', status: 'State', any: 'All', open: 'Running', ended: 'Ended',
  column: { place: 'Station', socket: 'Socket', started: 'Began', took: 'Duration', energy: 'Energy', money: 'Cost', bill: 'Bill', status: 'State' },
  page: {
    title: 'Charge', live: 'Still running; live on the first page', bill: 'See the bill', noBill: 'Billed when it ends', facts: 'This charge', full: 'Full at', ended: 'Ended', end: 'Ended by', number: 'Number', notes: 'What happened', phases: 'Phases', noPhases: 'No phase is known yet', phaseHelp: {
      constant_current: 'charging at a steady current', taper: 'nearly full, the current falls', trickle: 'a small current tops it up', zero_current: 'no current flows', interrupted: 'charging was interrupted', idle: 'connected, not charging yet',
    },
    by: { card: 'card', release: 'released by an administrator', other: 'the system' }, share: '{time}, {percent}',
  },
}
