# The balint toolkit. `make` builds into build/, `make install PREFIX= DESTDIR=` installs, `make check` tests.
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
SHARED := $(sort $(wildcard share/schema/*.sql share/templates/*.html share/templates/*.txt share/templates/*/*.html share/templates/*/*.txt share/banks/*.bank share/rules/*.rule share/questionnaires/*.form share/*.tsv))
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

# The messages in other languages than English; formats are compared with those of the sources.
$(O)/share/locale/%/LC_MESSAGES/balint.mo: share/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

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

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/man/man7 $(DESTDIR)$(PREFIX)/share/balint/examples $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -s $(PROGRAMS:%=$(O)/%) $(DESTDIR)$(PREFIX)/bin
	install -D -s $(O)/libexec/balint/balint-post $(DESTDIR)$(PREFIX)/libexec/balint/balint-post
	install -m 644 $(wildcard share/man/*.1) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(wildcard share/man/*.5) $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 $(wildcard share/man/*.7) $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 644 $(wildcard share/examples/*) $(DESTDIR)$(PREFIX)/share/balint/examples
	cd share && for file in $$(find templates banks rules questionnaires -name '*.html' -o -name '*.txt' -o -name '*.bank' -o -name '*.rule' -o -name '*.form'); do \
	    install -D -m 644 $$file $(abspath $(DESTDIR)$(PREFIX))/share/balint/$$file || exit; done
	for catalogue in $(CATALOGUES); do \
	    install -D -m 644 $(O)/$$catalogue $(DESTDIR)$(PREFIX)/$$catalogue || exit; done
	for program in $(PROGRAMS); do \
	    install -m 644 share/completions/balint.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$program; done

clean:
	rm -rf build

.PHONY: all unit-tests check asan fuzz-targets syntax lint install clean FORCE
.SECONDARY:
-include $(shell find $(O) -name '*.d' 2>/dev/null)
