#!/usr/bin/env python3
"""Draws what a terminal shows (text with SGR colours, as `tmux capture-pane -e -p` gives it) as an SVG picture.

Usage: terminal-to-svg.py TITLE < capture > picture.svg
"""
import html
import re
import sys
import unicodedata

FONT, CELL, LINE, PAD = 13, 7.83, 18, 16
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "35": "#d2a8ff", "36": "#56d4dd", "90": "#8b949e"}


def width(char):
    if unicodedata.combining(char) or char in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def spans(line, look):
    """Yields (column, text, colour, is bold, is dim) for each stretch of one look; `look` carries over from line to line."""
    colour, bold, dim = look
    column = 0
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if code:
            for value in code.group(1).split(";"):
                if value in ("", "0"):
                    colour, bold, dim = None, False, False
                elif value == "1":
                    bold = True
                elif value == "2":
                    dim = True
                elif value == "22":
                    bold, dim = False, False
                elif value == "39":
                    colour = None
                elif value in COLOURS:
                    colour = COLOURS[value]
        elif part:
            yield column, part, colour, bold, dim
            column += sum(map(width, part))
    look[:] = [colour, bold, dim]


def main():
    title = sys.argv[1]
    lines = [line.rstrip("\n") for line in sys.stdin]
    while lines and not lines[-1].strip():
        lines.pop()
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    columns = max(sum(map(width, line)) for line in plain)
    wide, high = columns * CELL + 2 * PAD, len(lines) * LINE + 2 * PAD + 24
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}" role="img">',
        f"<title>{html.escape(title)}</title>",
        '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
        '<circle cx="20" cy="18" r="5" fill="#ff5f56"/><circle cx="38" cy="18" r="5" fill="#ffbd2e"/><circle cx="56" cy="18" r="5" fill="#27c93f"/>',
        f'<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace" font-size="{FONT}" fill="#c9d1d9" xml:space="preserve">',
    ]
    carried = [None, False, False]
    for row, line in enumerate(lines):
        y = PAD + 24 + (row + 1) * LINE - 5
        for column, text, colour, bold, dim in spans(line, carried):
            if not text.strip():
                continue
            cells = sum(map(width, text))
            look = (f' fill="{colour}"' if colour else "") + (' font-weight="bold"' if bold else "") + (' opacity="0.6"' if dim else "")
            x = PAD + column * CELL
            out.append(f'<text x="{x:.1f}" y="{y}" textLength="{cells * CELL:.1f}"{look}>{html.escape(text)}</text>')
    out += ["</g>", "</svg>"]
    print("\n".join(out))


if __name__ == "__main__":
    main()
