import { useEffect, useRef } from 'react';
import { makeImage, pixelRatio } from './images.ts';

interface Props {
  /** of an image (images.ts); none: an outline alone */
  readonly name: string | null;
  readonly ground?: string;
  readonly line?: string;
  readonly dashed?: boolean;
}

/** One sign of the map, for a legend: an area with fill and pattern, or a symbol. */
export function Sign({ name, ground, line, dashed }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const image = name === null ? null : makeImage(name);
    const pen = canvas.current?.getContext('2d');
    if (!pen || !canvas.current) return;
    const { width, height } = canvas.current;
    pen.clearRect(0, 0, width, height);
    if (image && !name?.startsWith('pattern:')) {
      pen.drawImage(image, (width - height) / 2, 0, height, height);
      return;
    }
    if (ground) {
      pen.globalAlpha = 0.5;
      pen.fillStyle = ground;
      pen.fillRect(0, 0, width, height);
      pen.globalAlpha = 1;
    }
    const pattern = image && pen.createPattern(image, 'repeat');
    if (pattern) {
      pen.fillStyle = pattern;
      pen.fillRect(0, 0, width, height);
    }
    if (line) {
      pen.strokeStyle = line;
      pen.lineWidth = 2 * pixelRatio;
      pen.setLineDash(dashed ? [8, 6] : []);
      pen.strokeRect(pixelRatio, pixelRatio, width - 2 * pixelRatio, height - 2 * pixelRatio);
    }
  }, [name, ground, line, dashed]);
  return (
    <span className="sign" aria-hidden="true">
      <canvas ref={canvas} width={30 * pixelRatio} height={20 * pixelRatio} />
    </span>
  );
}
