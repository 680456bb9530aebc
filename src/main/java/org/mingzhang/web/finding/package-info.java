/** Findings of documents as pages and programs show them. */
@NullMarked
package org.mingzhang.web.finding;

import org.jspecify.annotations.NullMarked;
