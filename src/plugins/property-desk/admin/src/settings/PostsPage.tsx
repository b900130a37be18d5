import * as React from 'react';
import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { goesRound, type PostSetting } from '../../../contracts';
import { RecordModal } from '../kernel/form/RecordModal';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { OrganisationChart } from './OrganisationChart';
import { SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';
import { useDoing } from './useDoing';

function Posts() {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayChange = useMay('settings.posts');
  const load = React.useCallback(async () => {
    const [posts, forms] = await Promise.all([api.posts(), api.forms()]);
    return { posts, forms };
  }, [api]);
  const { data, failure, refresh } = usePolled(load, null);
  const { run } = useDoing(refresh);
  const [open, setOpen] = React.useState<PostSetting | 'add' | null>(null);
  const post = open === 'add' ? null : open;
  const close = () => setOpen(null);
  const add = (
    <Button startIcon={<Plus />} onClick={() => setOpen('add')}>
      {t('settings.posts.add')}
    </Button>
  );
  // Those below a post are not offered as the one above it.
  const above = (data?.posts ?? []).filter(
    ({ documentId }) => !post || !goesRound(data?.posts ?? [], post.documentId, documentId)
  );
  return (
    <SettingsFrame page="posts" action={mayChange && data && add} failure={failure} loading={!data}>
      {data?.posts.length === 0 ? (
        <EmptyStateLayout content={t('settings.posts.empty')} action={mayChange ? add : undefined} />
      ) : (
        data && <OrganisationChart posts={data.posts} onOpen={mayChange ? setOpen : undefined} />
      )}
      {mayChange && data && data.posts.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('settings.posts.how')}
        </Typography>
      )}
      {data && open && (
        <RecordModal
          type="post"
          title={post?.name ?? t('settings.posts.add')}
          schema={data.forms.post}
          values={post ? { name: post.name, role: post.role, reportsTo: post.reportsTo, duties: post.duties } : {}}
          community={null}
          choices={{ reportsTo: above.map(({ documentId, name }) => ({ value: documentId, text: name })) }}
          hints={{ role: t('settings.posts.roleHint'), reportsTo: t('settings.posts.reportsToHint') }}
          submit={(values) => (post ? api.changePost(post.documentId, values, post.updatedAt) : api.addPost(values))}
          onDone={() => {
            close();
            void refresh();
          }}
          onClose={close}
        >
          {post && (
            <Flex justifyContent="space-between" gap={4}>
              <Typography variant="pi" textColor="neutral600">
                {t('settings.posts.removeHow')}
              </Typography>
              <Button
                type="button"
                variant="danger-light"
                size="S"
                onClick={() => {
                  close();
                  void run('remove', () => api.removePost(post.documentId), t('settings.removed', { name: post.name }));
                }}
              >
                {t('settings.posts.remove')}
              </Button>
            </Flex>
          )}
        </RecordModal>
      )}
    </SettingsFrame>
  );
}

/** 岗位与组织架构 (article 4): posts, and the chart that is drawn from who reports to whom. */
export default settingsPage(Posts);
