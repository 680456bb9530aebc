/**
 * An agency over the years: documents, amounts, projects, indicators, scores and findings by year,
 * and the same of others beside it.
 */
@NullMarked
package org.mingzhang.web.agency;

import org.jspecify.annotations.NullMarked;
