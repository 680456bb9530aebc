/** Recognizes text and tables in images of pages with Tesseract. */
@NullMarked
package org.mingzhang.extract.ocr;

import org.jspecify.annotations.NullMarked;
