/* SPDX-License-Identifier: MIT */
/*
 * Random numbers, exponential and logarithm of our own, so that the trainer
 * of langid gives the same bytes on every machine.
 */
#ifndef TRAIN_LANGIDNUMBERS_H
#define TRAIN_LANGIDNUMBERS_H

#include <stdint.h>
#include <string.h>

static uint64_t random_state = UINT64_C(88172645463325252);

static uint64_t
draw(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

/* From 0 to 1. */
static float
draw_float(void)
{
	return (float)(draw() >> 40) / 16777216.f;
}

/* e to the x; x <= 0. */
static inline float
exponential(float x)
{
	float y = x < -60 ? -86.f : x * 1.44269504f, f;
	int32_t whole = (int32_t)y;
	uint32_t bits = (uint32_t)(whole + 127) << 23; /* 2 to the whole */
	float power;

	memcpy(&power, &bits, sizeof power);
	f = (y - (float)whole) * .69314718f; /* -.7 to 0 */
	return power * (1 + f * (1 + f * (.5f + f * (1.f / 6 + f * (1.f / 24 +
	    f * (1.f / 120 + f / 720))))));
}

/* The natural logarithm of x > 0. */
static double
logarithm(double x)
{
	double t, square, term, sum = 0, power = 0;

	while (x > 1.5) {
		x /= 2;
		power++;
	}
	while (x < .75) {
		x *= 2;
		power--;
	}
	t = (x - 1) / (x + 1);
	square = t * t;
	term = t;
	for (int i = 1; i < 30; i += 2) {
		sum += term / i;
		term *= square;
	}
	return 2 * sum + power * 0.6931471805599453;
}

#endif
