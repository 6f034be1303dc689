import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { withMessages } from '../../i18n/messages.ts';

/** A part whose code comes when it is first shown; nothing is there until then, or when it cannot be loaded. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
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
    return loaded && <loaded.Content {...props} />;
  };
}
