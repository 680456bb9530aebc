/** Invented documents in the variants of real ones, in every format, and what is read from them. */
@NullMarked
package org.mingzhang.invented;

import org.jspecify.annotations.NullMarked;
