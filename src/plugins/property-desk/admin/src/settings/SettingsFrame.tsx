import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { TickerProvider } from '../kernel/clock/ticker';
import { type Failure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { SETTINGS_READ } from '../permissions';

interface FrameProps {
  /** `communities` names the words of title and help. */
  page: string;
  action?: React.ReactNode;
  failure?: Failure | null;
  /** Nothing has come yet. */
  loading?: boolean;
  children?: React.ReactNode;
}

/** A page of the settings: its title, the sentence that says what it is for, and what went wrong. */
export function SettingsFrame({ page, action, failure, loading = false, children }: FrameProps) {
  const { t } = useWords();
  return (
    <Page.Main>
      <Page.Title>{t(`settings.${page}.title`)}</Page.Title>
      <Layouts.Header
        title={t(`settings.${page}.title`)}
        subtitle={t(`settings.${page}.help`)}
        primaryAction={action}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} data-testid={`settings-${page}`}>
          {failure && (
            <Notice variant="warning" title={t(loading ? 'error.failed' : 'error.stale')}>
              {whyOf(failure, t)}
            </Notice>
          )}
          {loading && !failure && <Page.Loading />}
          {!loading && children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** Guards a page of the settings and gives it the office's clock. */
export const settingsPage = (
  Content: React.ComponentType,
  permissions: { action: string; subject: null }[] = SETTINGS_READ
) =>
  function SettingsPage() {
    return (
      <Page.Protect permissions={permissions}>
        <TickerProvider>
          <Content />
        </TickerProvider>
      </Page.Protect>
    );
  };

interface CardProps {
  title: string;
  /** In small type under the title. */
  facts?: React.ReactNode;
  actions?: React.ReactNode;
  children?: React.ReactNode;
  testId?: string;
}

/** One thing of the settings on a card of its own. */
export function Card({ title, facts, actions, children, testId }: CardProps) {
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      data-testid={testId}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box flex="1 1 24rem">
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          {facts && (
            <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
              {facts}
            </Typography>
          )}
        </Box>
        {actions && (
          <Flex gap={2} wrap="wrap">
            {actions}
          </Flex>
        )}
      </Flex>
      {children && <Box paddingTop={4}>{children}</Box>}
    </Box>
  );
}
