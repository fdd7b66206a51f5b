#!/usr/bin/python3
"""qr_picture.py text|screen|svg <DRAWING >PICTURE.pbm

Makes a picture for zbarimg of what the toolkit drew with blocks of text (of the dark modules, or for a dark screen of
the light ones; escape sequences are left out) or as SVG, four pixels a module.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

ABOVE, BELOW = '▀█', '▄█'
SCALE = 4


def of_text(text, drawn):
    """The modules, True for dark, of lines of half blocks; what is not a line of blocks is left out."""
    lines = [line for line in re.sub('\x1b\\[[0-9;]*m', '', text).splitlines() if line and not line.strip(' ' + ABOVE + BELOW)]
    assert lines and len({len(line) for line in lines}) == 1, 'the lines are of several lengths'
    return [[(character in half) == drawn for character in line] for line in lines for half in (ABOVE, BELOW)]


def of_svg(text):
    """The modules of an SVG whose dark modules are boxes `Mx yhNv1h-Nz` of one path."""
    svg = '{http://www.w3.org/2000/svg}'
    root = ElementTree.fromstring(text)
    left, top, width, height = map(int, root.get('viewBox').split())
    assert (left, top, width) == (0, 0, height) and root.get('width') == root.get('height') == str(4 * width)
    assert [child.tag for child in root] == [svg + 'title', svg + 'path', svg + 'path'] and root[0].text
    modules = [[False] * width for _ in range(height)]
    path = root[2].get('d')
    boxes = re.findall(r'M(\d+) (\d+)h(\d+)v1h-(\d+)z', path)
    assert path == ''.join('M%s %sh%sv1h-%sz' % box for box in boxes)
    for x, y, length, _ in boxes:
        for i in range(int(length)):
            modules[int(y)][int(x) + i] = True
    return modules


def main():
    text = sys.stdin.read()
    modules = of_svg(text) if sys.argv[1] == 'svg' else of_text(text, sys.argv[1] == 'text')
    print(f'P1\n{SCALE * len(modules[0])} {SCALE * len(modules)}')
    for row in modules:
        line = ' '.join(str(int(dark)) for dark in row for _ in range(SCALE))
        print('\n'.join([line] * SCALE))


main()
