# shellcheck shell=bash
# Pages from templates.

# well_formed: standard input is a page whose elements are nested as they must be, that takes nothing from elsewhere and runs
# nothing; prints its tags and texts.
well_formed()
{
	/usr/bin/python3 -c '
import re, sys
from html.parser import HTMLParser
class Checker(HTMLParser):
    void = {"meta", "col"}
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attributes):
        print("<" + tag, *(f"{name}={value}" for name, value in attributes))
        for name, value in attributes:
            assert name not in ("src", "href", "action", "srcset", "data") and not name.startswith("on"), name
            assert name != "style" or re.fullmatch(r"width:[0-9]+\.[0-9]%", value), value
        assert tag not in ("script", "link", "img", "iframe", "b", "i"), tag
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()
    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            assert "@import" not in data and "url(" not in data
        elif data.strip():
            print(data.strip())
page = sys.stdin.read()
checker = Checker()
checker.feed(page)
checker.close()
assert not checker.open, checker.open'
}
