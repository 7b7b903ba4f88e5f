// Words of my battery, Chinese and English.
import { en as analysisEn, zh as analysisZh } from '@/shared/analysis/words'

export const zh = { ...analysisZh, title: '我的电池', answer: '由每次充电的曲线推断，仅供参考', label: '填写电池的额定电压和容量后，才能算出健康度', fill: '去填写', charges: '查看充电记录' }

export const en: typeof zh = { ...analysisEn, title: 'My battery', answer: 'Inferred from the curves of your charges; for guidance', label: "Health can be worked out once your battery's rated voltage and capacity are given", fill: 'Fill in', charges: 'See my charges' }
