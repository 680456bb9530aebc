package org.mingzhang.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergedCellSpanFinderTest {
  /** Six rows of 9 points, 18 points apart. */
  private static final List<BorderlessFormBuilder.CellBand> ROWS =
      IntStream.range(0, 6).mapToObj(i -> band(i * 18f)).toList();

  @Test
  void cells_in_the_middle_of_their_rows_cover_them() {
    assertThat(MergedCellSpanFinder.findRowStarts(List.of(band(27), band(81)), ROWS))
        .containsExactly(0, 4);
  }

  @Test
  void cells_in_their_first_row_extend_to_the_next_cell() {
    assertThat(MergedCellSpanFinder.findRowStarts(List.of(band(0), band(54), band(72)), ROWS))
        .containsExactly(0, 3, 4);
  }

  @Test
  void rows_of_a_cell_that_began_on_the_page_before_stay_uncovered() {
    assertThat(MergedCellSpanFinder.findRowStarts(List.of(band(45), band(81)), ROWS))
        .containsExactly(2, 4);
  }

  private static BorderlessFormBuilder.CellBand band(float top) {
    return new BorderlessFormBuilder.CellBand(List.of(), top, top + 9);
  }
}
