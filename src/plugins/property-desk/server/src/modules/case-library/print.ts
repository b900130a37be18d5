import { CASE_STUDY_TEXTS, say } from '../../../../contracts';
import { fileName, type Block } from '../../kernel/print';
import type { Print } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import type { CaseStudyRow } from './row';

/** 案例 on paper: what a complaint taught, without anybody's name, as it stands in the library. */
export const printStudy: Print<CaseStudyRow> = async ({ rows, strapi, clock, settings }, study) => {
  const { locale } = settings;
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.caseStudy.${key}`, params);
  const community = await rows.first(strapi.db.connection, COMMUNITY_UID, { id: study.community });
  const company = String(community?.companyName ?? '');
  const ordinals = word('ordinals').split(' ');
  const texts = CASE_STUDY_TEXTS.filter((name) => study[name]);
  const day = study.confirmedAt ? clock.format(study.confirmedAt).slice(0, 10) : '';
  const pairs: [string, string][] = [
    [word('number'), study.number],
    [word('category'), study.categoryName ?? ''],
    [word('severity'), study.severity ? say(locale, `complaint.severity.${study.severity}`) : ''],
    [word('article'), study.article ?? ''],
    [word('confirmedOn'), day],
    [word('tags'), (study.tags ?? []).join(say(locale, 'print.listComma'))],
  ];
  return {
    name: fileName(`${word('file')}-${study.number}.docx`),
    document: {
      title: `${study.title} ${study.number}`,
      creator: company,
      footer: { kind: 'pageNumber' },
      ...(study.state === 'published' ? {} : { remark: say(locale, `case-study.state.${study.state}`) }),
      blocks: [
        { kind: 'title', text: study.title },
        { kind: 'grid', pairs },
        ...texts.flatMap((name, at): Block[] => [
          {
            kind: 'heading',
            level: 1,
            text: word('heading', { ordinal: ordinals[at], title: say(locale, `field.${name}`) }),
          },
          ...(study[name] as string).split('\n').map((text): Block => ({ kind: 'body', text })),
        ]),
        { kind: 'printLine', left: company, right: day },
      ],
    },
  };
};
