// How bad something is: alarms and findings.

export type Severity = 'notice' | 'warning' | 'danger'

/** The worst first. */
export const severities: readonly Severity[] = ['danger', 'warning', 'notice']

/** Colour and icon of a severity; the word is `severity.NAME`. */
export const severityLooks: Record<Severity, { tone: 'locked' | 'paused' | 'charging'; icon: string }> = {
  danger: { tone: 'locked', icon: 'warning' }, warning: { tone: 'paused', icon: 'alarms' }, notice: { tone: 'charging', icon: 'pending' },
}

export const severityOf = (name: string): Severity => severities.find(each => each === name) ?? 'notice'
