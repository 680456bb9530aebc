/** Office files that are XML: OpenDocument, and Word and Excel as of 2003. */
@NullMarked
package org.mingzhang.extract.office;

import org.jspecify.annotations.NullMarked;
