/**
 * The page of an agency over the years: documents, amounts, projects, indicators, scores and
 * findings by year, and comparisons with other agencies.
 */
@NullMarked
package org.mingzhang.web.agency;

import org.jspecify.annotations.NullMarked;
