/** Rules about the amounts of one sentence or paragraph. */
@NullMarked
package org.mingzhang.audit.sentence;

import org.jspecify.annotations.NullMarked;
