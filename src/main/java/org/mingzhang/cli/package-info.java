/**
 * The commands of the terminal, their options, and the objects that a command creates and connects:
 * archive and index, background indexing, crawling, repair.
 */
@NullMarked
package org.mingzhang.cli;

import org.jspecify.annotations.NullMarked;
