import QRCode from 'qrcode';

const MARGIN = 4;

/** A QR code as one path, black on white in both themes so that phones read it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size;
  const squares = Array.from({ length: size * size }, (_, i) =>
    modules.data[i] ? `M${MARGIN + (i % size)},${MARGIN + Math.floor(i / size)}h1v1h-1z` : '',
  ).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size + 2 * MARGIN} ${size + 2 * MARGIN}`}
      className="w-full"
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}
