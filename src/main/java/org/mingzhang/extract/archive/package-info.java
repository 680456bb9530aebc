/** Unpacks ZIP, 7z and RAR archives within limits of number, size and compression ratio. */
@NullMarked
package org.mingzhang.extract.archive;

import org.jspecify.annotations.NullMarked;
