import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A dialog over the screen; Esc and the cross close it. Its head is no second banner of the page. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontWeight: 600, lineHeight: 1.4, overflowWrap: 'anywhere' } }}
      attributes={{ header: { role: 'presentation' } }}
      {...props}
    />
  )
}
