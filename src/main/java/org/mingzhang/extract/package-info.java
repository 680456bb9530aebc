/**
 * Reads files of all supported formats into blocks of text and tables. The only package that uses
 * Tika, PDFBox, POI, OFD and OCR.
 *
 * <p>{@link org.mingzhang.extract.Extractor} detects the type of a file and passes it to the {@link
 * org.mingzhang.extract.FormatReader} of its format. Libraries open the containers (PDFBox, POI,
 * jsoup, Mime4j, Commons Compress, junrar); this package derives tables and outline levels from
 * their objects, which they do not offer.
 */
@NullMarked
package org.mingzhang.extract;

import org.jspecify.annotations.NullMarked;
