/** Files to blocks of text and tables: the only package that knows Tika, PDFBox, OFD and OCR. */
@NullMarked
package org.mingzhang.extract;

import org.jspecify.annotations.NullMarked;
