/**
 * Determines title, agency, region, fiscal year and category of a document, each with its evidence.
 */
@NullMarked
package org.mingzhang.structure.metadata;

import org.jspecify.annotations.NullMarked;
