/**
 * Reads tables and performance forms in copied text. Readers split lines into chunks, one reader
 * for each layout; finders look for headers and have the lattice decode the chunks below them.
 */
@NullMarked
package org.mingzhang.structure.lattice.text;

import org.jspecify.annotations.NullMarked;
