/* SPDX-License-Identifier: MIT */
/*
 * The names of the repair rules, and reading a list of them.
 */
#include "text/repair/repair.h"

const struct repair_rule_row repair_rules[REPAIR_COUNT] = {
#define X(id, name, what) {name, what},
	REPAIR_RULES(X)
#undef X
};

#define BIT(rule) (1u << REPAIR_##rule)

/* Sets of which one rule undoes what another does. */
static const unsigned opposites[] = {
	BIT(QUOTES) | BIT(CURL), BIT(NFC) | BIT(NFD) | BIT(NFKC) | BIT(NFKD),
};

/* Of opposites one; these, and the rules of wrapped text, are named. */
static const unsigned all = ((1u << REPAIR_COUNT) - 1) &
    ~(BIT(ENTITIES2) | BIT(CURL) | BIT(NFD) | BIT(NFKC) | BIT(NFKD) |
    BIT(DEHYPHEN) | BIT(UNWRAP));

static bool
find(struct str name, unsigned *rules)
{
	if (str_eq(name, STR("none")))
		*rules = 0;
	else if (str_eq(name, STR("all")))
		*rules = all;
	else if (str_eq(name, STR("default")))
		*rules = REPAIR_DEFAULT;
	else {
		int i = 0;

		while (i < REPAIR_COUNT && (i == REPAIR_CURL ||
		    !str_eq(name, str_of(repair_rules[i].name))))
			i++;
		*rules = i < REPAIR_COUNT ? 1u << i : 0;
		return i < REPAIR_COUNT;
	}
	return true;
}

/* A form that is added takes the place of the one that is there. */
static void
add(unsigned *rules, unsigned more)
{
	if (more & opposites[1])
		*rules &= ~opposites[1];
	*rules |= more;
}

bool
repair_parse(const char *list, unsigned *rules, struct str *wrong)
{
	bool exact = list[0] != '+' && list[0] != '-';

	*rules = exact ? 0 : REPAIR_DEFAULT;
	while (*list != '\0') {
		struct str name = {list, strcspn(list, ",")};
		char sign = name.n > 0 ? name.s[0] : ',';
		unsigned some;

		list += name.n + (list[name.n] == ',');
		if (sign == '+' || sign == '-') {
			name.s++;
			name.n--;
		}
		*wrong = name;
		if (!find(name, &some))
			return false;
		if (sign == '-')
			*rules &= ~some;
		else if (exact)
			*rules |= some;
		else
			add(rules, some);
	}
	return true;
}

bool
repair_opposites(unsigned rules, enum repair_rule pair[2])
{
	for (size_t i = 0; i < sizeof opposites / sizeof *opposites; i++) {
		int n = 0;

		for (int k = 0; k < REPAIR_COUNT && n < 2; k++)
			if (rules & opposites[i] & 1u << k)
				pair[n++] = (enum repair_rule)k;
		if (n == 2)
			return true;
	}
	return false;
}
