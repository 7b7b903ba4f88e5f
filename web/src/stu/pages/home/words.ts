// Words of the first page, Chinese and English.
import { en as sharedEn, zh as sharedZh } from '@/shared/student/words'

export const zh = {
  ...sharedZh,
  title: '首页', charging: '正在充电', curve: '查看充电曲线', offline: '充电站离线，显示的是最后的数据', moneyTitle: '我的费用',
  idle: { title: '没有正在进行的充电', words: '在充电站的空闲插座旁刷校园卡即可开始，进度会显示在这里。', near: '离您最近的空闲插座', used: '可用的充电站', all: '全部充电站', noneFree: '现在没有空闲插座，请稍后再来', free: '空闲 {free} / 共 {total}', last: '上次使用' },
  cannot: '现在不能开始充电',
  money: { month: '本月（{month} 月）', line: '{n} 次充电 · {energy}', more: '按月查看', unpaid: '未支付', owed: '{n} 笔账单未支付', see: '查看账单', none: '没有未支付的账单' },
  last: { title: '最近的充电', all: '全部充电记录', none: '充电结束后会出现在这里' },
}

export const en: typeof zh = {
  ...sharedEn,
  title: 'Home', charging: 'Charging now', curve: 'See the curve', offline: 'The station is offline; these are the last data', moneyTitle: 'What I spend',
  idle: { title: 'Nothing is charging', words: 'Swipe your campus card at a free socket to begin; progress appears here.', near: 'Free sockets nearest to you', used: 'Stations with free sockets', all: 'All stations', noneFree: 'No socket is free now. Please come back later.', free: '{free} of {total} free', last: 'Last used' },
  cannot: 'You cannot begin a charge now',
  money: { month: 'This month ({month})', line: 'Charges: {n} · {energy}', more: 'By month', unpaid: 'Unpaid', owed: 'Unpaid bills: {n}', see: 'See bills', none: 'No unpaid bill' },
  last: { title: 'Last charges', all: 'All charges', none: 'They appear here when they have ended' },
}
