/**
 * Tables and performance forms in text that was copied out of them: readers that turn lines into
 * chunks, one for each way such text is laid out, and finders of headers whose bodies the lattice
 * reads.
 */
@NullMarked
package org.mingzhang.structure.lattice.text;

import org.jspecify.annotations.NullMarked;
