package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/**
 * The subject that a printed name stands for.
 *
 * @param subject account or item
 * @param stage stage that the name includes (收入预算), or null
 */
record ResolvedName(Subject subject, @Nullable Stage stage) {}
