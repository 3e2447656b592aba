import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMisses } from '../../api/misses.js'
import { useCanEdit } from '../../api/session.js'

/** The way here from the lookup, with how many there are. */
export function MissesLink({ termbaseId }: { termbaseId: string }) {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const total = useMisses(termbaseId, 'open', 1, canEdit).data?.total
  if (!canEdit) return null
  return (
    <Button component={Link} to={`/termbases/${termbaseId}/misses`} variant="default" size="xs">
      {total ? t('misses.linkCount', { count: total }) : t('misses.title')}
    </Button>
  )
}
