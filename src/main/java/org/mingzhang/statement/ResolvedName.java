package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/**
 * The meaning of a printed name.
 *
 * @param subject account or item
 * @param stage stage that the name includes (收入预算), or null
 */
record ResolvedName(Subject subject, @Nullable Stage stage) {}
