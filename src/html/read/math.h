/* SPDX-License-Identifier: MIT */
/*
 * A formula in MathML (MathML Core, 2023) as one line of text, and the TeX
 * that it carries.  Of `semantics` only the first child is the formula; an
 * annotation in TeX, or the alttext of `math`, is its source.
 *
 * The line, after Unicode's nearly plain text for mathematics (UTN #28):
 *
 *   mfrac           a/b; a numerator that is a sum and a denominator of more
 *                   than one thing are in parentheses: −b/(2a); a fraction
 *                   without a line is a¦b
 *   msqrt, mroot    √x, √(a+b), ∛x, ∜x, ⁵√x
 *   msup, msub      digits and signs raised or lowered where Unicode has all
 *                   of them: x², a₁₀; else x^n, x_i, x^(n+1)
 *   munder, mover   as scripts: lim_(x→0), ∑_(i=1)^n; an accent over one
 *                   letter is a combining one
 *   mmultiscripts   the scripts in front come first: ¹⁴C
 *   mtable          cells parted by ", ", rows by "; ": (1, 0; 0, 1)
 *   mfenced         as it says; mtext as it is; mphantom is not shown
 *
 * Operators touch what they stand between; names of several letters, and
 * fractions, are parted from their neighbours by a space.
 */
#ifndef HTML_READ_MATH_H
#define HTML_READ_MATH_H

#include "html/token/event.h"

/*
 * `events`: those of a math element, from its start to its end.  Appends the
 * line and the TeX, either of which may be empty.
 */
void math_read(struct str events, struct buf *line, struct buf *tex);

/* TeX without what only sets how it is shown: {\displaystyle …}. */
void math_clean_tex(struct buf *to, struct str tex);

#endif
