/** The page of a document: outline, tables, indicators, facts and findings. */
@NullMarked
package org.mingzhang.web.document;

import org.jspecify.annotations.NullMarked;
