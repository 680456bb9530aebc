package org.mingzhang.statement.phrase;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;

/**
 * The account or item that a printed name means, with the stage that the name includes.
 *
 * @param subject account or item
 * @param stage stage that the name includes (收入预算), or null
 */
public record ResolvedName(Subject subject, @Nullable Stage stage) {}
