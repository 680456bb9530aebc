/** Rich Text Format. */
@NullMarked
package org.mingzhang.extract.rtf;

import org.jspecify.annotations.NullMarked;
