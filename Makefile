# make             every program, into bin/
# make check       all tests; installs the Debian packages that are missing
# make demo        a saved page through the whole chain, stage by stage
# make MODE=asan check         the same under ASan and UBSan, in bin/asan
# make WITH_ICU=0  without ICU, for words of Chinese, Japanese, Thai; in bin/no-icu
# make V=1         show the commands
# make bench | cluster-check | mutants | fuzz | format | install | uninstall | setup | clean
# make dist | static | deb    a tarball of the source, of programs, a Debian package
,       := ,
VERSION  = 0.2.0
PREFIX   = /usr/local
MODE     = release

# What a system says is asked when it is first needed, which is after make setup, and
# then kept.
once     = $(eval $(1) := $(2))$(2)

# Every library a program may use; --as-needed links only what each one does.
NEEDS    = libutf8proc libpcre2-8 libxml-2.0 uchardet libplist-2.0 zlib \
           libbrotlidec libzstd liblzma gsl
TESTS    = check
DEBS     = gcc g++ libc6-dev pkg-config libutf8proc-dev libpcre2-dev libxml2-dev libuchardet-dev \
           libstemmer-dev libplist-dev zlib1g-dev \
           libbrotli-dev libzstd-dev liblzma-dev libbz2-dev libgsl-dev libicu-dev check mandoc jq

# ICU, for scripts without spaces: its headers only.  wordsplit and wordfreq
# load the library when such a language is asked for.
ICU       = $(call once,ICU,$(if $(filter 0,$(WITH_ICU)),,$(shell pkg-config --exists icu-uc 2>/dev/null && \
            echo -DWITH_ICU $$(pkg-config --cflags icu-uc))))

OUT      = bin$(if $(filter-out release,$(MODE)),/$(MODE))$(if $(filter 0,$(WITH_ICU)),/no-icu)
OBJ      = bin/.obj/$(MODE)$(if $(filter 0,$(WITH_ICU)),-no-icu)
GEN      = bin/.obj
PKG      = $(call once,PKG,$(shell pkg-config --cflags $(NEEDS) 2>/dev/null))
# libstemmer and libbz2 have no .pc file.
# uchardet is C++.  Linked statically, where it can be, it halves the time that a
# program that reads pages needs to start; nothing else sees its symbols.
archive  = $(filter /%,$(shell $(CC) -print-file-name=$(1) 2>/dev/null))
uchardet = $(if $(and $(call archive,libuchardet.a),$(call archive,libstdc++.a)),-Wl$(,)--exclude-libs$(,)libuchardet.a:libstdc++.a \
           -Wl$(,)-Bstatic -luchardet -lstdc++ -Wl$(,)-Bdynamic -static-libgcc,-luchardet)
LIBS     = $(call once,LIBS,$(subst -luchardet,$(uchardet),$(shell pkg-config --libs $(NEEDS) 2>/dev/null)) \
           -lstemmer -lbz2 -ldl -lm)
CHECK    = $(call once,CHECK,$(shell pkg-config --cflags --libs $(TESTS) 2>/dev/null))
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wvla
CFLAGS  ?= -O2 -g
ALL_C    = -std=c11 -pthread -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' \
           -Isrc -I$(GEN) -MMD -MP $(WARN) $(PKG) $(ICU) $(CPPFLAGS) $(CFLAGS) $($(MODE))
# The linker of macOS knows no --as-needed.
ALL_LD   = -pthread $(if $(filter Darwin,$(shell uname)),,-Wl$(,)--as-needed) $(LDFLAGS) $($(MODE))
asan     = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
tsan     = -O1 -fsanitize=thread
# What ends by _exit, as die does, would leave no trace.
cov      = -O0 --coverage -D_exit=exit
# clang alone calls NULL + 0 an overflow; every empty buffer has it.
fuzz     = -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
           -fno-sanitize=pointer-overflow

CMDS    := $(notdir $(basename $(wildcard src/cmd/*.c)))
LIB     := $(patsubst src/%.c,$(OBJ)/%.o,$(wildcard src/base/*.c src/notation/*.c src/program/*.c src/text/*.c src/text/*/*.c src/html/*/*.c src/pack/*.c src/pack/*/*.c))
TABLES  := $(patsubst src/data/%.c,$(GEN)/gen/%.h,$(wildcard src/data/*.c))
DATA    := $(shell find src/data -type f ! -name '*.c')
UNITS   := $(patsubst tests/unit/%.c,$(OBJ)/unit/%,$(wildcard tests/unit/*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,$(OBJ)/fuzz/%,$(wildcard tests/fuzz/*.c))
TOOLS   := $(patsubst tests/tool/%.c,$(OBJ)/tool/%,$(wildcard tests/tool/*.c)) \
           $(patsubst tests/preload/%.c,$(OBJ)/preload/%.so,$(wildcard tests/preload/*.c))

ifndef V
.SILENT:
endif

all: $(CMDS:%=$(OUT)/%)

# Before the compiler says so: what building needs and is not here, all at once.
ifneq ($(shell pkg-config --exists $(NEEDS) 2>&1 || echo no),)
$(shell rm -f $(GEN)/ready)
endif
HEADERS  = libstemmer.h bzlib.h
$(GEN)/ready: $(filter setup,$(MAKECMDGOALS))
	@sh tests/setup.sh --look "$(NEEDS)" "$(HEADERS)" "$(DEBS)"
	@mkdir -p $(@D) && touch $@

$(OUT)/%: $(OBJ)/cmd/%.o $(OBJ)/winnow.a
	@mkdir -p $(@D)
	@echo "  link  $@"
	$(CC) $(ALL_LD) -o $@ $^ $(LIBS)
$(OBJ)/winnow.a: $(LIB)
	rm -f $@ && $(AR) rc $@ $^
$(OBJ)/%.o: src/%.c | $(TABLES)
	@mkdir -p $(@D)
	@echo "  cc    $<"
	$(CC) $(ALL_C) -c -o $@ $<
$(GEN)/gen/%.h: src/data/%.c $(DATA) | $(GEN)/ready
	@mkdir -p $(@D)
	@echo "  table $@"
	$(CC) -std=c11 -O1 -Isrc -o $(@:.h=.tool) $<
	$(@:.h=.tool) src/data >$@.new && mv $@.new $@
$(OBJ)/unit/%: tests/unit/%.c $(OBJ)/winnow.a
	@mkdir -p $(@D)
	@echo "  test  $<"
	$(CC) $(ALL_C) $(ALL_LD) -o $@ $< $(OBJ)/winnow.a $(LIBS) $(CHECK)
$(OBJ)/fuzz/%: tests/fuzz/%.c $(OBJ)/winnow.a
	@mkdir -p $(@D)
	@echo "  fuzz  $<"
	$(CC) $(ALL_C) $(ALL_LD) -fsanitize=fuzzer -o $@ $< $(OBJ)/winnow.a $(LIBS)
$(OBJ)/tool/%: tests/tool/%.c $(OBJ)/winnow.a
	@mkdir -p $(@D)
	$(CC) $(ALL_C) $(ALL_LD) -o $@ $< $(OBJ)/winnow.a $(LIBS)

$(OBJ)/preload/%.so: tests/preload/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 $(WARN) -shared -fPIC -o $@ $<

$(OBJ)/train/%: tests/train/%.c $(OBJ)/winnow.a
	@mkdir -p $(@D)
	$(CC) $(ALL_C) $(ALL_LD) -o $@ $< $(OBJ)/winnow.a $(LIBS) -lm

# What is made anew takes the old one's place when it is whole, or leaves nothing.
RENEW    = >$(1).new && mv $(1).new $(1) || { rm -f $(1).new; exit 1; }

# make train-sentences GOLD=folder: the weights of sentsplit, anew.
# FOLDS=5 measures instead, on paragraphs held out; FOLDS=1, on languages.
train-sentences: $(OBJ)/train/sentences
	$< $(GOLD) $(FOLDS) $(if $(FOLDS),,$(call RENEW,src/data/sent.weights))

# make train GOLD=folder: the trees of boilerstrip, anew; figures on stderr.
TRAIN    = -k 10 -n 600 -r .05 -z .12 -y .12 -p 4
train: $(OBJ)/train/content
	$< $(TRAIN) $(GOLD) $(call RENEW,src/data/content.trees)

# make train-text GOLD=folder: the same for its texts.
TRAIN_TEXT = -k 5 -n 600 -r .035 -z .12 -y .15 -t 120 -p 4 -w .3
train-text: $(OBJ)/train/textcontent
	$< $(TRAIN_TEXT) $(GOLD) $(call RENEW,src/data/textcontent.trees)

# make train-langid GOLD=folder: the model of langid, anew, from the folder's
# words.tsv.xz.  No fused multiplications: the same words, the same bytes.
WORDS    = xz -dc $(GOLD)/words.tsv.xz
$(OBJ)/train/langid: CFLAGS = -O3 -ffp-contract=off -fno-math-errno
train-langid: $(OBJ)/train/langid
	$(WORDS) | $< $(call RENEW,src/data/langid.model)

# make train-mojibake GOLD=folder TEXTS="a.tsv b.tsv": what textnorm knows of
# clean text, anew; each line of the texts is a language, TAB, a text.
train-mojibake: $(OBJ)/train/mojibake
	$(WORDS) | $< $(TEXTS) $(call RENEW,src/data/mojibake.pairs)

# A fresh machine: get what is missing, then look for the libraries anew.
setup:
	@sh tests/setup.sh --get "$(NEEDS) $(TESTS)" "$(HEADERS)" "$(DEBS)"
check demo: setup
	@$(MAKE) --no-print-directory $@-run

# make check ONLY="unit golden" runs some groups of tests only; ONLY=html2text
# those of a program, ONLY=unit/wrap one unit test.
ONLY     = unit golden pipes props lint
check-run: all $(UNITS) $(TOOLS)
	@OUT=$(CURDIR)/$(OUT) OBJ=$(CURDIR)/$(OBJ) sh tests/run.sh $(ONLY)
demo-run: all
	@PATH=$(CURDIR)/$(OUT):$$PATH sh man/examples/demo.sh
# make mutants: the mistakes of tests/mutants.txt, each made in a copy, that the
# tests must see; in about seven minutes.  ONE=wrap tries those whose line has the word.
mutants: all $(UNITS)
	@OUT=$(CURDIR)/$(OUT) OBJ=$(CURDIR)/$(OBJ) sh tests/mutants.sh "$(ONE)"
# make fuzz SECONDS=600 runs each harness so long (clang); ONE=word only that.
SECONDS  = 20
fuzz:
	$(MAKE) --no-print-directory MODE=fuzz CC=clang fuzz-run
fuzz-run: $(if $(ONE),$(OBJ)/fuzz/$(ONE),$(FUZZERS))
	@sh tests/fuzz/run.sh $(SECONDS) $(OBJ) $^
# make cov: the lines of src that the tests run; MISSED=src/program/io.c names those
# of one file that they do not.  Inside the sandbox no count could be written, so
# what it is made of only seems to be there.  A test that fails fails this, once
# the lines are told.
FLOOR    = 90
cov:
	find bin/.obj/cov -name '*.gcda' -delete 2>/dev/null || true
	$(MAKE) --no-print-directory MODE=cov cov-run; ran=$$?; \
		MISSED=$(MISSED) sh tests/cov.sh bin/.obj/cov $(FLOOR) && exit $$ran
cov-run: all $(UNITS) $(TOOLS)
	OUT=$(CURDIR)/$(OUT) OBJ=$(CURDIR)/$(OBJ) PRETEND=1 $(OBJ)/tool/deny no_new_privs=0 \
		seccomp=0 restrict=0 descriptors=0 -- sh tests/run.sh unit golden pipes props
# Three machines on this one, as root: about half a minute.  The other, with a
# Slurm of its own, about a minute more: make cluster-check ENGINE=slurm
ENGINE   = parallel
cluster-check: all $(TOOLS)
	@OUT=$(CURDIR)/$(OUT) OBJ=$(CURDIR)/$(OBJ) bash tests/cluster/$(ENGINE).sh
bench: all $(TOOLS)
	@PATH=$(CURDIR)/$(OUT):$$PATH OBJ=$(CURDIR)/$(OBJ) sh tests/bench/run.sh $(PART)
# html2text beside headless Chromium, and its Markdown read back by cmark-gfm:
# make browser-check PAGES=FOLDER [N=150]; needs python3, chromium, cmark-gfm.
# With PART=links or PART=tables, htmllinks or htmltable beside it instead.
browser-check: all
	@PATH=$(CURDIR)/$(OUT):$$PATH python3 tests/tool/browser$(if $(PART),parts).py $(PART) \
	    $(or $(PAGES),tests/data) $(N)
# make map: src/README.md, from the heads of the files.
map:
	sh tests/map.sh >src/README.md.new && mv src/README.md.new src/README.md
format:
	clang-format -i $$(find src tests -name '*.[ch]')

# PROGRAM_PREFIX=winnow- where another html2text lives.  DESTDIR as ever.
PROGRAM_PREFIX =
TO       = $(DESTDIR)$(PREFIX)
SHARE    = $(TO)/share
# fish, as packaged, reads no folder of /usr/local; its own for the machine is in /etc.
FISH     = $(DESTDIR)$(if $(filter /usr/local,$(PREFIX)),$(if $(wildcard /usr/local/share/fish/config.fish),$(PREFIX)/share/fish/vendor_completions.d,/etc/fish/completions),$(PREFIX)/share/fish/vendor_completions.d)
INSTALLED = $(foreach c,$(CMDS),bin/$(PROGRAM_PREFIX)$(c) share/man/man1/$(PROGRAM_PREFIX)$(c).1 \
	share/bash-completion/completions/$(PROGRAM_PREFIX)$(c) \
	share/zsh/site-functions/_$(PROGRAM_PREFIX)$(c)) $(patsubst man/%,share/man/man7/%,$(wildcard man/*.7)) \
	$(patsubst man/%,share/doc/winnow/%,$(wildcard man/examples/*.* man/examples/pages/*))
install: all
	mkdir -p $(sort $(dir $(INSTALLED:%=$(TO)/%))) $(FISH)
	for c in $(CMDS); do n=$(PROGRAM_PREFIX)$$c; \
		install -m755 $(OUT)/$$c $(TO)/bin/$$n && \
		install -m644 man/$$c.1 $(SHARE)/man/man1/$$n.1 && \
		sh man/completions/make.sh bash $(OUT)/$$c $$n >$(SHARE)/bash-completion/completions/$$n && \
		sh man/completions/make.sh zsh $(OUT)/$$c $$n >$(SHARE)/zsh/site-functions/_$$n && \
		sh man/completions/make.sh fish $(OUT)/$$c $$n >$(FISH)/$$n.fish || exit 1; done
	install -m644 man/*.7 $(SHARE)/man/man7
	install -m644 man/examples/*.* $(SHARE)/doc/winnow/examples
	install -m644 man/examples/pages/* $(SHARE)/doc/winnow/examples/pages
uninstall:
	rm -f $(INSTALLED:%=$(TO)/%) $(CMDS:%=$(FISH)/$(PROGRAM_PREFIX)%.fish)
	-for d in $(FISH) $(patsubst %/,%,$(dir $(FISH))) $(sort $(filter-out %/bin/ %/share/ %/man/,$(dir $(INSTALLED:%=$(TO)/%)))) \
		$(SHARE)/bash-completion $(SHARE)/zsh $(SHARE)/doc/winnow/examples $(SHARE)/doc/winnow $(SHARE)/doc; do rmdir $$d 2>/dev/null; done; true

# The same bytes from the same commit.
dist:
	@mkdir -p bin
	git archive --format=tar --prefix=winnow-$(VERSION)/ HEAD | gzip -9n >bin/winnow-$(VERSION).tar.gz
	@echo bin/winnow-$(VERSION).tar.gz
# One file for any Linux of this processor, of programs with nothing beside them:
# all but pagecat and htmlpick, whose libraries are many.
STATIC   = $(filter-out pagecat htmlpick,$(CMDS))
static:
	$(MAKE) --no-print-directory MODE=static WITH_ICU=0 OUT=bin/static LDFLAGS=-static \
		CMDS="$(STATIC)" LIBS="-lutf8proc -lstemmer -lpcre2-8 -lgsl -lgslcblas -luchardet -lstdc++ -lm"
	VERSION=$(VERSION) sh tests/package.sh static $(STATIC)
# A package of Debian's, in bin; as root or not, with dpkg-dev.
deb:
	rm -rf bin/.obj/deb.root
	$(MAKE) --no-print-directory MODE=deb OUT=bin/deb PREFIX=/usr DESTDIR=bin/.obj/deb.root \
		CFLAGS="-O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2 -ffile-prefix-map=$(CURDIR)=." \
		LDFLAGS="-Wl,-z,relro -Wl,-z,now" install
	VERSION=$(VERSION) sh tests/package.sh deb bin/.obj/deb.root
# A bare Debian of each, from nothing but README; as root, half an hour.
SUITES   = bookworm trixie sid
distro-check:
	OBJ=bin/.obj sh tests/distro.sh $(SUITES)
clean:
	rm -rf bin/.obj bin/*

.PHONY: static deb distro-check map mutants cluster-check cov cov-run fuzz fuzz-run all train-sentences train train-text train-langid train-mojibake setup check demo check-run demo-run bench format install uninstall dist clean
.SECONDARY:
-include $(shell find $(OBJ) -name '*.d' 2>/dev/null)
