/** What a rule is, what it is given and what it answers. */
@NullMarked
package org.mingzhang.audit.check;

import org.jspecify.annotations.NullMarked;
