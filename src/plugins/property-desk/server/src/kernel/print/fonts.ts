import type { IFontAttributesProperties } from 'docx';
import type { FontProfile } from './spec';

/** The five faces of an official document. */
export type Face = 'body' | 'kai' | 'hei' | 'song' | 'title';

const NAMES: Record<FontProfile, Record<Face, string>> = {
  windows: { body: '仿宋', kai: '楷体', hei: '黑体', song: '宋体', title: '宋体' },
  gb: { body: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体', title: '方正小标宋简体' },
};

/** A face in every script: without all four, Word picks another font for digits or punctuation. */
export function font(profile: FontProfile, face: Face): IFontAttributesProperties {
  const name = NAMES[profile][face];
  return { ascii: name, hAnsi: name, cs: name, eastAsia: name };
}

/** Windows has no 小标宋: bold 宋体 stands in for it. */
export const titleIsBold = (profile: FontProfile): boolean => profile === 'windows';
