import * as React from 'react';

/** The element of the page that has been reached in reading: the last whose top has passed the upper third. */
export function useReading(ids: string[]): string | null {
  const [at, setAt] = React.useState<string | null>(null);
  const all = ids.join(' ');
  React.useEffect(() => {
    const wanted = all.split(' ').filter(Boolean);
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = window.innerHeight / 3;
      let reached: string | null = null;
      for (const id of wanted) {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        if (top !== undefined && top <= line) reached = id;
      }
      setAt(reached ?? wanted[0] ?? null);
    };
    const onScroll = () => {
      frame ||= window.requestAnimationFrame(look);
    };
    look();
    // The panel scrolls a part of the page, whose events do not climb: caught on their way down.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      window.cancelAnimationFrame(frame);
      document.removeEventListener('scroll', onScroll, { capture: true });
      window.removeEventListener('resize', onScroll);
    };
  }, [all]);
  return at;
}
