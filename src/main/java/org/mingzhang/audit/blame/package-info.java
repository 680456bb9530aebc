/** Which of the numbers that disagree is the wrong one: one contradiction is one finding. */
@NullMarked
package org.mingzhang.audit.blame;

import org.jspecify.annotations.NullMarked;
