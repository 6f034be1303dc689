import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { withMessages } from '../../i18n/messages.ts';

/** A part whose code comes when it is first shown; `Until` is there until then, or nothing, and when it cannot be loaded. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, Until?: ComponentType<P>) {
  let known: ComponentType<P> | null = null;
  return function LazyPart(props: P) {
    const [loaded, setLoaded] = useState<{ Content: ComponentType<P> } | null>(known && { Content: known });
    useEffect(() => {
      if (loaded) return;
      withMessages(load()).then(
        (Content) => {
          known = Content;
          setLoaded({ Content });
        },
        () => {},
      );
    }, [loaded]);
    const Shown = loaded?.Content ?? Until;
    return Shown ? <Shown {...props} /> : null;
  };
}
