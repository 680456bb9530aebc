/**
 * Leads for further inquiry: findings, targets with large deviations and conspicuous publications
 * of all documents, each with a draft letter to the agency.
 */
@NullMarked
package org.mingzhang.web.leads;

import org.jspecify.annotations.NullMarked;
