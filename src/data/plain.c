/* SPDX-License-Identifier: MIT */
/*
 * Generator of the trees of text/plain, run while building:
 *	plain DATA-FOLDER >gen/plain.h
 * Reads plain.trees, which `make train-text` writes.
 */
#include "data/trees.h"

int
main(int argc, char *argv[])
{
	return trees_main(data_folder(argc, argv), "plain", "PLAIN");
}
