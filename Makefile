# The balint toolkit. `make` builds into build/, `make install PREFIX= DESTDIR=` installs, `make check` tests,
# `make dist` and `make deb` pack the sources and Debian's package into build/.
VERSION := 0.1.0
PREFIX ?= /usr/local
CC ?= cc
O ?= build
CFLAGS ?= -O2 -g
HARDEN := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
        -Wcast-qual -Wformat=2 -Wundef -Wvla -Wwrite-strings -Wpointer-arith
SANITIZE ?=
CPPFLAGS += -D_GNU_SOURCE -DBALINT_VERSION=$(VERSION) -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -Iinclude
ALL_CFLAGS = -std=c17 $(WARN) $(CFLAGS) $(if $(SANITIZE),$(SANITIZE),$(HARDEN))
ALL_LDFLAGS = $(LDFLAGS) $(SANITIZE) -pie -Wl,-z,relro,-z,now,--as-needed,-O1

PROGRAMS := balint-group balint-calendar balint-attend balint-fees
# Linked into the programs, which start in half the time for it; `make STATIC=no` leaves them to the system.
STATIC ?= yes
LIBS := $(if $(filter no,$(STATIC)),-lsqlite3 -lcsv -lutf8proc,-l:libsqlite3.a -l:libcsv.a -l:libutf8proc.a -lm)
LIBS_balint-calendar := -lical
# libqrencode is loaded by `qr` alone: Debian has it as a shared library only.
LIBS_balint-fees := $(if $(filter no,$(STATIC)),-lexpat -lpng,-l:libexpat.a -l:libpng.a -l:libz.a)

# balint-post, which delivers mail, is run by the programs and alone has GMime; messages are written in one file of lib/mail.
LIBS_balint-post := -lgmime-3.0 -lgobject-2.0 -lglib-2.0 $(LIBS_balint-fees)
GMIME = $(shell pkg-config --cflags gmime-3.0 | sed 's/-I/-isystem /g')

LIB_SOURCES := $(wildcard lib/*/*.c)
SHARED := $(sort $(wildcard share/schema/*.sql share/templates/*.html share/templates/*.txt share/templates/*/*.html share/templates/*/*.txt share/banks/*.bank share/rules/*.rule share/questionnaires/*.form share/*.tsv share/*.jsonl))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(O)/%.o) $(O)/share.o
UNIT_TESTS := $(patsubst tests/unit/%.c,$(O)/tests/%,$(wildcard tests/unit/*.c))
FUZZ := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
MANUALS := $(wildcard share/man/*.[157])
CATALOGUES := $(patsubst share/po/%.po,share/locale/%/LC_MESSAGES/balint.mo,$(wildcard share/po/*.po))

all: $(PROGRAMS:%=$(O)/%) $(O)/libexec/balint/balint-post $(CATALOGUES:%=$(O)/%)

$(O)/lib/mail/message.o: CPPFLAGS += $(GMIME)

$(O)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# The shared files as C, with a table of their names; the list of them is a file too, so that one that goes is missed.
$(O)/share.c: $(SHARED) $(O)/share.list
	@{ printf '#include "lib/base/share_file.h"\n'; i=0; \
	   for file in $(SHARED); do i=$$((i + 1)); printf 'static const char file_%d[] = {\n' $$i; \
	       od -An -v -tu1 $$file | sed 's/ *\([0-9][0-9]*\)/(char)\1,/g'; printf '0 };\n'; done; \
	   printf 'const struct share_file share_files[] = {\n'; i=0; \
	   for file in $(SHARED); do i=$$((i + 1)); printf '{ "%s", file_%d },\n' "$${file#share/}" $$i; done; \
	   printf '{ 0, 0 } };\n'; } > $@.new && mv $@.new $@

$(O)/share.list: FORCE
	@mkdir -p $(@D)
	@echo $(SHARED) | cmp -s - $@ || echo $(SHARED) > $@

$(O)/share.o: $(O)/share.c lib/base/share_file.h
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -I. -c $< -o $@

$(O)/libbalint.a: $(LIB_OBJECTS)
	@rm -f $@
	$(AR) rcsP $@ $^

# The messages in other languages than English; formats are compared with those of the sources. The charset is left out, so
# that libc hands the bytes out as they are: what converts them crashes where there is no memory.
$(O)/share/locale/%/LC_MESSAGES/balint.mo: share/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o /dev/null $<
	@sed '/^"Content-Type: /d' $< | LC_ALL=C msgfmt -o $@ - 2>/dev/null

define program
$(O)/$(1): $$(patsubst %.c,$(O)/%.o,$$(wildcard cmd/$(notdir $(1))/*.c)) $(O)/libbalint.a
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) $$(ALL_LDFLAGS) $$^ $$(LIBS_$(notdir $(1))) $$(LIBS) -o $$@
endef
$(foreach p,$(PROGRAMS) libexec/balint/balint-post,$(eval $(call program,$(p))))

$(O)/tests/%: $(O)/tests/unit/%.o $(O)/libbalint.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) $^ -lcmocka -lical $(LIBS_balint-post) $(LIBS) -o $@

unit-tests: $(UNIT_TESTS)

check: all unit-tests
	tests/run $(O)

# Under sanitizers, and with the fuzzer's counters, so that the tests and the fuzz targets share what is compiled: with clang,
# which alone has a fuzzer. What another compiler has left there goes.
ASAN := O=build/asan CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer $(WERROR)' SANITIZE='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all'

asan: build/asan/by-clang
	$(MAKE) $(ASAN) all unit-tests

fuzz-targets: build/asan/by-clang
	$(MAKE) $(ASAN) $(FUZZ:%=build/asan/fuzz/%)

build/asan/by-clang:
	@rm -rf $(@D) && mkdir -p $(@D) && touch $@

$(FUZZ:%=$(O)/tests/fuzz/%.o): WARN += -Wno-missing-prototypes

$(O)/fuzz/%: $(O)/tests/fuzz/%.o $(O)/libbalint.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(ALL_LDFLAGS) $^ -lical $(LIBS_balint-fees) $(LIBS) -o $@

# Reads every source with every warning, and makes nothing.
syntax:
	@ls $(wildcard cmd/*/*.c) $(LIB_SOURCES) $(wildcard tests/unit/*.c) | \
	    xargs -P 2 -n 1 $(CC) $(CPPFLAGS) $(GMIME) $(filter-out $(HARDEN),$(ALL_CFLAGS)) -o /dev/null -c

lint:
	scripts/lint

# Where a distribution has it otherwise, it says so: `make install STRIP= ZSH_DIR=/usr/share/zsh/vendor-completions`.
STRIP ?= -s
ZSH_DIR ?= $(PREFIX)/share/zsh/site-functions
DOC_DIR ?= $(PREFIX)/share/doc/balint
BASH_DIR := $(PREFIX)/share/bash-completion/completions
FISH_DIR := $(PREFIX)/share/fish/vendor_completions.d
DATA := $(sort $(patsubst share/%,%,$(filter-out share/schema/%,$(wildcard $(addprefix share/,templates/*.html templates/*/*.html templates/*/*.txt \
        banks/*.bank rules/*.rule questionnaires/*.form examples/*)))))
TO = $(DESTDIR)$(PREFIX)

install: all
	install -d $(TO)/bin $(DESTDIR)$(BASH_DIR) $(DESTDIR)$(FISH_DIR) $(DESTDIR)$(DOC_DIR)
	install $(STRIP) $(PROGRAMS:%=$(O)/%) $(TO)/bin
	install -D $(STRIP) $(O)/libexec/balint/balint-post $(TO)/libexec/balint/balint-post
	for page in $(notdir $(MANUALS)); do install -D -m 644 share/man/$$page $(TO)/share/man/man$${page##*.}/$$page || exit; done
	for file in $(DATA); do install -D -m $$(case $$file in (*.sh) echo 755 ;; (*) echo 644 ;; esac) share/$$file $(TO)/share/balint/$$file || exit; done
	for catalogue in $(CATALOGUES); do \
	    install -D -m 644 $(O)/$$catalogue $(TO)/$$catalogue || exit; done
	for program in $(PROGRAMS); do \
	    install -m 644 share/completions/balint.bash $(DESTDIR)$(BASH_DIR)/$$program && \
	    install -m 644 share/completions/balint.fish $(DESTDIR)$(FISH_DIR)/$$program.fish || exit; done
	install -D -m 644 share/completions/_balint $(DESTDIR)$(ZSH_DIR)/_balint
	install -m 644 README.md share/doc/LICENCE $(DESTDIR)$(DOC_DIR)

uninstall:
	rm -f $(PROGRAMS:%=$(TO)/bin/%) $(foreach page,$(notdir $(MANUALS)),$(TO)/share/man/man$(subst .,,$(suffix $(page)))/$(page)) \
	    $(PROGRAMS:%=$(DESTDIR)$(BASH_DIR)/%) $(PROGRAMS:%=$(DESTDIR)$(FISH_DIR)/%.fish) $(DESTDIR)$(ZSH_DIR)/_balint \
	    $(CATALOGUES:%=$(TO)/%)
	rm -rf $(TO)/libexec/balint $(TO)/share/balint $(DESTDIR)$(DOC_DIR)

# The archive says what is in it, and nothing of when and by whom it was made: the same sources give the same bytes.
PACK ?= build
NAME := balint-$(VERSION)
ARCHIVE = $(PACK)/$(NAME).tar.gz
CHANGED = $(shell date -d "$$(sed -n '/^ -- /{s/.*>  //p;q}' share/debian/changelog)" +%s)

dist:
	@mkdir -p $(PACK)
	@if [ -e .git ]; then git ls-files -z --cached --others --exclude-standard; else find . -type f ! -path './build/*' -printf '%P\0'; fi | \
	    xargs -0 sh -c 'for file; do [ ! -f "$$file" ] || printf "%s\0" "$$file"; done' sh | LC_ALL=C sort -z >$(PACK)/sources
	@tar --null --files-from=$(PACK)/sources --transform='s,^,$(NAME)/,' --mtime=@$(CHANGED) --owner=0 --group=0 --numeric-owner \
	    --mode=u+rwX,go=rX --format=ustar -c | gzip -9n >$(ARCHIVE).new && mv $(ARCHIVE).new $(ARCHIVE)
	@rm $(PACK)/sources
	@echo $(ARCHIVE)

# Debian's package, out of the archive, so that nothing goes in but what is in that.
deb: dist
	@said=$$(sed -n '1s/.*(\(.*\)).*/\1/p' share/debian/changelog); [ "$$said" = '$(VERSION)' ] || \
	    { echo "share/debian/changelog is about $$said, and not about $(VERSION)" >&2; exit 1; }
	rm -rf $(PACK)/deb && mkdir -p $(PACK)/deb
	tar -C $(PACK)/deb -xf $(ARCHIVE)
	cp -R $(PACK)/deb/$(NAME)/share/debian $(PACK)/deb/$(NAME)/debian
	cd $(PACK)/deb/$(NAME) && unset MAKEFLAGS MFLAGS MAKELEVEL DESTDIR PREFIX CC O CFLAGS CPPFLAGS LDFLAGS SANITIZE PACK && \
	    DEB_BUILD_OPTIONS="parallel=$$(nproc) $${DEB_BUILD_OPTIONS-}" dpkg-buildpackage -b -us -uc
	@ls $(PACK)/deb/*.deb

clean:
	rm -rf build

.PHONY: all unit-tests check asan fuzz-targets syntax lint install uninstall dist deb clean FORCE
.SECONDARY:
-include $(shell find $(O) -path $(O)/deb -prune -o -name '*.d' -print 2>/dev/null)
