/** Hands a blob to the person: saved under a name, or opened in a tab of its own. */
export function hand(blob: Blob, name: string, how: 'save' | 'open' = 'save'): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  if (how === 'save') link.download = name;
  else link.target = '_blank';
  link.rel = 'noopener';
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click; give it time before the address goes away.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
