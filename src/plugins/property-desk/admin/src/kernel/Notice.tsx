import * as React from 'react';
import { Alert, type AlertProps } from '@strapi/design-system';
import { useWords } from './words';

/** An alert that its cross puts away; a new `key` from above shows it again. */
export function Notice(props: Omit<AlertProps, 'closeLabel' | 'onClose'>) {
  const { t } = useWords();
  const [gone, setGone] = React.useState(false);
  if (gone) return null;
  return <Alert {...props} closeLabel={t('form.close')} onClose={() => setGone(true)} />;
}
