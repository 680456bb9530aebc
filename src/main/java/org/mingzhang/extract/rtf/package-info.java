/**
 * Reads Rich Text Format. The parsers of Tika and the JDK flatten tables with merged cells to text,
 * therefore the control words are interpreted here.
 */
@NullMarked
package org.mingzhang.extract.rtf;

import org.jspecify.annotations.NullMarked;
