// Words of the brand models, Chinese and English.
export const zh = {
  title: '品牌型号', answer: '每个型号正常充电是什么样子；{good} 个已可用，{learning} 个还在学习', answerNone: '从充电记录中学习每个型号的正常充电', label: '型号列表', search: '搜索品牌、型号或电池类型', empty: '还没有型号。学生在资料中填写品牌和型号并充电后，这里会自动出现。', emptyFound: '没有符合条件的型号，请换个词搜索', file: '品牌型号',
  column: { model: '品牌型号', type: '电池', rated: '额定', charges: '充电次数', batteries: '电池数', state: '可用性', energy: '每次电量', full: '充满用时', last: '最近一次' },
  good: '可用', need: '还需 {n} 次充电', type: { lead_acid: '铅酸', lithium: '锂电', none: '未填写' }, spread: '{low}–{high}', spreadHelp: '十次中有八次在此范围内',
  page: {
    back: '品牌型号', picture: '正常充电的样子', pictureLabel: '正常充电的{what}随电量的变化：中位数与十次中八次的范围', current: '电流', power: '功率', what: '显示', axis: '电量（100% 为充满）', median: '中位数', band: '十次中有八次在此范围', none: '学到的充电还不够，还不能画出正常的样子', noneOf: '这个型号的充电没有{what}数据', at: '电量 {n}%', range: '范围',
    goodWords: '已从 {charges} 次充电学到，可用于识别异常', learning: '还在学习：再有 {n} 次充电后可用于识别异常', figures: '数据', since: '{from} 至 {to}', explanation: '怎样得出', energy: '每次电量', full: '充满用时', tau: '下降段时间常数', charges: '充电次数', batteries: '{n} 块电池', phases: '各阶段时长', fleet: '查看此品牌的电池',
  },
}

export const en: typeof zh = {
  title: 'Brand models', answer: "What each model's normal charge looks like; {good} usable, {learning} still learning", answerNone: "Each model's normal charge, learnt from the charges", label: 'List of models', search: 'Search brand, model or battery type', empty: 'No models yet. They appear when students name brand and model in their profile and charge.', emptyFound: 'No model fits; try another word', file: 'brand-models',
  column: { model: 'Brand and model', type: 'Battery', rated: 'Rated', charges: 'Charges', batteries: 'Batteries', state: 'Usable', energy: 'Energy a charge', full: 'Time to full', last: 'Last' },
  good: 'Usable', need: '{n} more charges needed', type: { lead_acid: 'Lead acid', lithium: 'Lithium', none: 'Not given' }, spread: '{low}–{high}', spreadHelp: 'eight charges of ten are within',
  page: {
    back: 'Brand models', picture: 'What a normal charge looks like', pictureLabel: '{what} over the state of charge in a normal charge: the median, and where eight of ten are', current: 'Current', power: 'Power', what: 'Show', axis: 'State of charge (100% is full)', median: 'Median', band: 'Eight of ten are within', none: 'Too few charges yet to draw a normal one', noneOf: 'The charges of this model have no {what}', at: 'At {n}%', range: 'range',
    goodWords: 'Learnt from {charges} charges; anomalies are judged by it', learning: 'Still learning: usable after {n} more charges', figures: 'Figures', since: '{from} to {to}', explanation: 'How it was found', energy: 'Energy a charge', full: 'Time to full', tau: 'Time constant of the taper', charges: 'Charges', batteries: '{n} batteries', phases: 'Phase lengths', fleet: 'See batteries of this brand',
  },
}
