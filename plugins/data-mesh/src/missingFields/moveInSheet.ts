import { KeyboardEvent } from 'react';

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Goes from cell to cell: left and right only from the ends of the text, so
 * that it can still be edited. Cells that cannot be filled in are passed over.
 */
export function moveInSheet(event: KeyboardEvent<HTMLElement>) {
  const input = event.target;
  const step = STEPS[event.key];
  if (
    !step ||
    !(input instanceof HTMLInputElement) ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.nativeEvent.isComposing
  ) {
    return;
  }
  const [down, right] = step;
  const { selectionStart, selectionEnd, value } = input;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  const isAtEnd =
    right < 0 ? selectionEnd === 0 : selectionStart === value.length;
  if (right !== 0 && !isAll && !isAtEnd) {
    return;
  }
  const sheet = event.currentTarget;
  let row = Number(input.dataset.row);
  let column = Number(input.dataset.column);
  for (;;) {
    row += down;
    column += right;
    const next = sheet.querySelector<HTMLInputElement>(
      `input[data-row="${row}"][data-column="${column}"]`,
    );
    if (next) {
      event.preventDefault();
      next.focus();
      next.select();
      return;
    }
    const isInside = sheet.querySelector(
      right === 0 ? `input[data-row="${row}"]` : `[data-field="${column}"]`,
    );
    if (!isInside) {
      return;
    }
  }
}
