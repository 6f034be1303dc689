import ArrowRightLeft from 'lucide/dist/esm/icons/arrow-right-left.mjs';
import Wifi from 'lucide/dist/esm/icons/wifi.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { bannerWords } from '../../store/chat/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useTalk } from './context.ts';

const BACK_MS = 2_500;

/** Says how the connection is while it is not good, and for a moment that it is back. */
export function Banner() {
  const { link } = useTalk();
  const state = link.connection.value;
  const words = bannerWords(state);
  const wasBad = useRef(false);
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (words !== null) wasBad.current = true;
    if (state !== 'live' || !wasBad.current) return;
    wasBad.current = false;
    setBack(true);
    const timer = setTimeout(() => setBack(false), BACK_MS);
    return () => {
      clearTimeout(timer);
      setBack(false);
    };
  }, [state, words]);
  const said = words ?? (isBack ? t.back : '');
  return (
    <div class="banner" role="status">
      {said !== '' && (
        <>
          <Icon node={words === null ? Wifi : state === 'moving' ? ArrowRightLeft : WifiOff} size={18} />
          <span class="grow">{said}</span>
          {state === 'outdated' && (
            <button type="button" class="button" onClick={() => location.reload()}>
              {t.reload}
            </button>
          )}
        </>
      )}
    </div>
  );
}
