/** Word documents, OOXML and binary, with their automatic numbering. */
@NullMarked
package org.mingzhang.extract.word;

import org.jspecify.annotations.NullMarked;
