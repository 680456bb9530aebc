package org.mingzhang.web.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;

/**
 * A value of an indicator or topic found in a document.
 *
 * @param hit its hit
 * @param year the year to which it applies
 * @param rank rank of its match, 0 for the best
 * @param value its number, null for text
 * @param shown its text in tables
 * @param note reference of the value, such as its target, or empty
 */
public record ComparedValue(
    Hit hit, int year, int rank, @Nullable BigDecimal value, String shown, String note) {}
