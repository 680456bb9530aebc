/** Findings of documents, as shown on pages and returned by the API. */
@NullMarked
package org.mingzhang.web.finding;

import org.jspecify.annotations.NullMarked;
