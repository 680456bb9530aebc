/**
 * Sections and documents: the chart, fund, stage, year and project that the text of a section
 * inherits from the titles above it, and the reading of all sections of a document.
 */
@NullMarked
package org.mingzhang.statement.section;

import org.jspecify.annotations.NullMarked;
