import { Link } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import { useWords, stateName } from '../words';
import { useCaseLink } from './links';

interface CaseLinkProps {
  type: string;
  uid: string;
  documentId: string;
  /** Nothing while it has none: then the title names it. */
  number: string | null;
  title: string;
  state: string;
}

/** A case in words, opened in a tab of its own: the form that it stands beside is not finished. */
export function CaseLink({ type, uid, documentId, number, title, state }: CaseLinkProps) {
  const words = useWords();
  const caseLink = useCaseLink();
  return (
    <Link href={useHref(caseLink(uid, documentId))} isExternal>
      {[number, title].filter(Boolean).join(' ')} {words.t('form.aside', { text: stateName(words, type, state) })}
    </Link>
  );
}
