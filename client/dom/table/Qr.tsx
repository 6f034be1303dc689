import { useEffect, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';

/** The dark modules of a code as one path, and its width. */
async function draw(text: string): Promise<{ path: string; size: number }> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x},${y}h1v1h-1z` : '')))
    .join('');
  return { path, size };
}

/** A QR code: black on white in both themes, as cameras want it. */
export function Qr({ text }: { text: string }) {
  const [code, setCode] = useState<{ path: string; size: number } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void draw(text).then((drawn) => isCurrent && setCode(drawn));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return (
    <div class="qr">
      {code && (
        <svg role="img" aria-label={table.qrOf(text)} viewBox={`0 0 ${code.size} ${code.size}`}>
          <path d={code.path} fill="#000" shape-rendering="crispEdges" />
        </svg>
      )}
    </div>
  );
}
