/** Help, about, the description of the API and the list of audit rules. */
@NullMarked
package org.mingzhang.web.help;

import org.jspecify.annotations.NullMarked;
