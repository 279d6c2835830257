// Texts on a canvas are no elements: what is written there is remembered, with its place on the canvas.

/** A text on a canvas, in pixels of the page from the corner of the canvas. */
export interface Written {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const written = new WeakMap<HTMLCanvasElement, Written[]>();

/** What stands on a canvas now. */
export function writtenOn(canvas: HTMLCanvasElement): readonly Written[] {
  return written.get(canvas) ?? [];
}

/** From now on, what is written on canvases of the page is remembered. */
export function recordTexts(): void {
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...width) {
    const { actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent } =
      this.measureText(text);
    const { a, d, e, f } = this.getTransform();
    const ratio = devicePixelRatio;
    const box = {
      left: ((x - actualBoundingBoxLeft) * a + e) / ratio,
      right: ((x + actualBoundingBoxRight) * a + e) / ratio,
      top: ((y - actualBoundingBoxAscent) * d + f) / ratio,
      bottom: ((y + actualBoundingBoxDescent) * d + f) / ratio,
    };
    written.set(this.canvas, [...writtenOn(this.canvas), { text, ...box }]);
    fillText.call(this, text, x, y, ...width);
  };
  CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
    if (x <= 0 && y <= 0 && width >= this.canvas.width && height >= this.canvas.height) written.delete(this.canvas);
    clearRect.call(this, x, y, width, height);
  };
}
