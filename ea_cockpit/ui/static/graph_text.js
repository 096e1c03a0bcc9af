// Breaks labels into lines and measures them, so that every node is as large as its text.
const WIDEST = 190;
const MOST_LINES = 3;
const pen = document.createElement('canvas').getContext('2d');

function pieces(word, fits) {          // a word wider than a line is cut where it no longer fits
  const parts = [];
  let part = '';
  for (const letter of word) {
    if (part && !fits(part + letter)) { parts.push(part); part = ''; }
    part += letter;
  }
  return [...parts, part];
}

function brokenInto(text, fits) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean).flatMap((one) => pieces(one, fits))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The text in at most three lines with the width and height it takes; what is cut ends in an ellipsis. */
export function measured(text, font, lineHeight = 15, widest = WIDEST) {
  pen.font = font;
  const width = (line) => pen.measureText(line).width;
  let lines = brokenInto(text, (line) => width(line) <= widest);
  if (lines.length > MOST_LINES) lines = [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1].slice(0, -2)}…`];
  return { text: lines.join('\n'), width: Math.ceil(Math.max(30, ...lines.map(width))), height: Math.max(1, lines.length) * lineHeight };
}
