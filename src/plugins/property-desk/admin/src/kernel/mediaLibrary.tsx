import * as React from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';

/** A file as Strapi's media library hands it over. */
export interface Asset {
  documentId?: string;
  name: string;
  alternativeText?: string | null;
  url: string;
  mime: string;
  /** In kilobytes, as Strapi keeps it. */
  size: number;
  width?: number | null;
  height?: number | null;
  [field: string]: unknown;
}

interface LibraryProps {
  allowedTypes?: ('images' | 'files' | 'videos' | 'audios')[];
  multiple?: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
}

/** Strapi's own dialog over its media library, to choose files from or upload some; nothing where the plugin is off. */
export function MediaLibrary(props: LibraryProps) {
  const Dialog = useStrapiApp('MediaLibrary', ({ components }) => components['media-library']) as
    React.ComponentType<LibraryProps> | undefined;
  return Dialog ? <Dialog {...props} /> : null;
}

/** Whether the media library is there at all. */
export const useHasMediaLibrary = (): boolean =>
  useStrapiApp('useHasMediaLibrary', ({ components }) => Boolean(components['media-library']));

/** Where the server is that the panel talks to. */
export const backendUrl = (): string => (window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';

/** Where the panel finds a file of the library: on the server that it talks to. */
export const shownUrl = (url: string): string => (url.startsWith('/') ? `${backendUrl()}${url}` : url);

/** The address as it is kept: without the server that it was chosen on, which may be called differently elsewhere. */
export const keptUrl = (url: string): string => {
  const here = backendUrl();
  return here !== '' && url.startsWith(`${here}/`) ? url.slice(here.length) : url;
};
