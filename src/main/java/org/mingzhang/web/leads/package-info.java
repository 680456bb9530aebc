/**
 * Findings and missed targets of all documents, gravest first, each with what to ask the agency.
 */
@NullMarked
package org.mingzhang.web.leads;

import org.jspecify.annotations.NullMarked;
