package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/**
 * The account or item that a printed name means, with the stage that the name includes.
 *
 * @param subject account or item
 * @param stage stage that the name includes (收入预算), or null
 */
record ResolvedName(Subject subject, @Nullable Stage stage) {}
