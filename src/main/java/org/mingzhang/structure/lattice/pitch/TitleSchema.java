package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import org.mingzhang.structure.lattice.Column;

/** What a header in fixed pitch may be made of. Implementations are stateless. */
interface TitleSchema {
  /** Whether lines may hold the header of such a table: a quick look at their words. */
  boolean likely(String tight);

  /**
   * What it costs to read a text as the title of a column; {@code NEVER} where it is none.
   *
   * @param first whether it is the left-most title
   */
  double cost(String title, boolean first);

  /** Whether the left-most title names the block of rows and no column. */
  boolean label(String title);

  /** The columns below titles, none of them a label; none where they are no whole header. */
  List<Column> columns(List<String> titles);

  /** Whether the first column has no title, its cells being named by the label of the block. */
  boolean untitledFirst();

  /** Whether a line is none of the body's any more. */
  boolean ends(PitchLine line);
}
