/** The indexing pipeline from files to archive and index; contains the only index writer. */
@NullMarked
package org.mingzhang.indexing;

import org.jspecify.annotations.NullMarked;
