/** Text recognised from images of pages by Tesseract. */
@NullMarked
package org.mingzhang.extract.ocr;

import org.jspecify.annotations.NullMarked;
