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

PROGRAMS := $(notdir $(wildcard cmd/balint-*))
# Linked into the programs, which start in half the time for it; `make STATIC=no` leaves them to the system.
STATIC ?= yes
LIBS := $(if $(filter no,$(STATIC)),-lsqlite3 -lcsv -lutf8proc,-l:libsqlite3.a -l:libcsv.a -l:libutf8proc.a -lm)
LIBS_balint-calendar := -lical

LIB_SOURCES := $(wildcard lib/*/*.c)
SCHEMAS := $(wildcard share/schema/*.sql)
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(O)/%.o) $(SCHEMAS:share/schema/%.sql=$(O)/schema/%.o)
UNIT_TESTS := $(patsubst tests/unit/%.c,$(O)/tests/%,$(wildcard tests/unit/*.c))
MANUALS := $(wildcard share/man/*.[157])

all: $(PROGRAMS:%=$(O)/%)

$(O)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# A schema step as C: const char schema_0001[].
$(O)/schema/%.c: share/schema/%.sql
	@mkdir -p $(@D)
	@{ printf 'extern const char schema_$*[];\nconst char schema_$*[] = {\n'; \
	   od -An -v -tu1 $< | sed 's/ *\([0-9][0-9]*\)/\1,/g'; printf '0 };\n'; } > $@.new && mv $@.new $@

$(O)/schema/%.o: $(O)/schema/%.c
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(O)/libbalint.a: $(LIB_OBJECTS)
	@rm -f $@
	$(AR) rcsP $@ $^

define program
$(O)/$(1): $$(patsubst %.c,$(O)/%.o,$$(wildcard cmd/$(1)/*.c)) $(O)/libbalint.a
	$$(CC) $$(ALL_CFLAGS) $$(ALL_LDFLAGS) $$^ $$(LIBS_$(1)) $$(LIBS) -o $$@
endef
$(foreach p,$(PROGRAMS),$(eval $(call program,$(p))))

$(O)/tests/%: $(O)/tests/unit/%.o $(O)/libbalint.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) $^ -lcmocka -lical $(LIBS) -o $@

unit-tests: $(UNIT_TESTS)

check: all unit-tests
	tests/run $(O)

asan:
	$(MAKE) O=build/asan CFLAGS='-O1 -g -fno-omit-frame-pointer' SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' all unit-tests

lint:
	scripts/lint

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/man/man7 $(DESTDIR)$(PREFIX)/share/balint/examples $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -s $(PROGRAMS:%=$(O)/%) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(wildcard share/man/*.1) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(wildcard share/man/*.5) $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 $(wildcard share/man/*.7) $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 644 $(wildcard share/examples/*) $(DESTDIR)$(PREFIX)/share/balint/examples
	for program in $(PROGRAMS); do \
	    install -m 644 share/completions/balint.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$program; done

clean:
	rm -rf build

.PHONY: all unit-tests check asan lint install clean
.SECONDARY:
-include $(shell find $(O) -name '*.d' 2>/dev/null)
