import { useTranslation } from 'react-i18next'
import type { AdministrativeStatus, CandidateState, ConceptStatus } from '../api/types.js'
import { Icon, type IconName } from './icons.js'
import styles from './status-mark.module.css'

type Tone = 'positive' | 'negative' | 'caution' | 'quiet' | 'linked'
type Look = { icon: IconName; tone: Tone; struck?: boolean }

/** Every status is told three times: by colour, by shape and by word. */
const looks = {
  candidate: {
    proposed: { icon: 'ring', tone: 'quiet' },
    accepted: { icon: 'check', tone: 'positive' },
    rejected: { icon: 'cross', tone: 'negative' },
    merged: { icon: 'merge', tone: 'linked' },
    skipped: { icon: 'skip', tone: 'quiet' },
  } satisfies Record<CandidateState, Look>,
  term: {
    'preferredTerm-admn-sts': { icon: 'check', tone: 'positive' },
    'admittedTerm-admn-sts': { icon: 'ring', tone: 'quiet' },
    'deprecatedTerm-admn-sts': { icon: 'cross', tone: 'negative', struck: true },
    'supersededTerm-admn-sts': { icon: 'clock', tone: 'caution', struck: true },
  } satisfies Record<AdministrativeStatus, Look>,
  concept: {
    draft: { icon: 'pencil', tone: 'caution' },
    approved: { icon: 'check', tone: 'positive' },
    retired: { icon: 'clock', tone: 'quiet' },
  } satisfies Record<ConceptStatus, Look>,
}

type Of =
  | { of: 'candidate'; status: CandidateState }
  | { of: 'term'; status: AdministrativeStatus }
  | { of: 'concept'; status: ConceptStatus }

export function StatusMark(props: Of) {
  const { t } = useTranslation()
  const look = (looks[props.of] as Record<string, Look>)[props.status] ?? { icon: 'ring', tone: 'quiet' }
  return (
    <span className={styles.status} data-tone={look.tone}>
      <Icon name={look.icon} size={14} />
      {props.of === 'candidate' && t(`candidateState.${props.status}`)}
      {props.of === 'term' && t(`termStatus.${props.status}`)}
      {props.of === 'concept' && t(`conceptStatus.${props.status}`)}
    </span>
  )
}

/** Forbidden terms are struck through wherever they stand, so that nobody copies one by mistake. */
export function isStruck(status: AdministrativeStatus | null | undefined): boolean {
  return status ? 'struck' in (looks.term[status] ?? {}) : false
}
