/** Successions of public bodies: which were renamed or merged, as data with sources. */
@NullMarked
package org.mingzhang.agency;

import org.jspecify.annotations.NullMarked;
