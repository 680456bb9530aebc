/**
 * Which public bodies became which others. Knows names only; what happened is data with a source.
 */
@NullMarked
package org.mingzhang.agency;

import org.jspecify.annotations.NullMarked;
