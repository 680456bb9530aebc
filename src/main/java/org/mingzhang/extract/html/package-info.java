/** HTML pages and MHTML archives of them. */
@NullMarked
package org.mingzhang.extract.html;

import org.jspecify.annotations.NullMarked;
