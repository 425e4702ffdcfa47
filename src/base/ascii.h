/* SPDX-License-Identifier: MIT */
/*
 * Classes of ASCII bytes, in no locale.  Each takes a byte or code point, or
 * -1 for the end of a stream, which is of no class.
 */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* HTML's ASCII whitespace: space, TAB, LF, FF, CR. */
static inline bool
ascii_is_space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

/* What stands between words on one line. */
static inline bool
ascii_is_blank(int c)
{
	return c == ' ' || c == '\t';
}

static inline bool
ascii_is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_letter(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
ascii_is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_is_alnum(int c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The value of a hexadecimal digit; -1: it is none. */
static inline int
ascii_hex(int c)
{
	return ascii_is_digit(c)                  ? c - '0'
	    : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
	                                             : -1;
}

/* Whether the `n` bytes are the C string `word` but for the case of letters. */
static inline bool
ascii_same(const char *s, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (word[i] == '\0' || ascii_lower(s[i]) != ascii_lower(word[i]))
			return false;
	return word[n] == '\0';
}

#endif
