/**
 * Reads files of all supported formats into blocks of text and tables. The only package that uses
 * Tika, PDFBox, OFD and OCR, and that reads with POI; the export of dossiers writes with POI.
 *
 * <p>{@link org.mingzhang.extract.Extractor} detects the type of a file and passes it to the {@link
 * org.mingzhang.extract.FormatReader} of its format. Libraries open the containers (PDFBox, POI,
 * jsoup, Mime4j, Commons Compress, junrar); this package derives tables and outline levels from
 * their objects, which they do not offer.
 */
@NullMarked
package org.mingzhang.extract;

import org.jspecify.annotations.NullMarked;
