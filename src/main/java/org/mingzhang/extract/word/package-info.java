/**
 * Reads Word documents, OOXML and binary. Apache POI opens the files; automatic numbering, which
 * POI does not evaluate, is computed here. OOXML bodies are streamed instead of loaded as POI's
 * object tree, which needs many times the memory.
 */
@NullMarked
package org.mingzhang.extract.word;

import org.jspecify.annotations.NullMarked;
