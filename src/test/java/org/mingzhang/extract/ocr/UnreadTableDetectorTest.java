package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.Ruling;

class UnreadTableDetectorTest {
  /**
   * The rulings of a table whose cells are 80 by 20 points, with its upper left corner at (50,
   * 100).
   */
  private static List<Ruling> grid(int columns, int rows) {
    List<Ruling> rulings = new ArrayList<>();
    for (int i = 0; i <= rows; i++) {
      rulings.add(Ruling.horizontal(100 + 20f * i, 50, 50 + 80f * columns));
    }
    for (int i = 0; i <= columns; i++) {
      rulings.add(Ruling.vertical(50 + 80f * i, 100, 100 + 20f * rows));
    }
    return rulings;
  }

  private static Glyph text(float x, float y) {
    return new Glyph("字", x, y, x + 10, y + 10, 10, false);
  }

  @Test
  void a_grid_without_any_text_in_it_is_unread() {
    List<Glyph> heading = List.of(text(60, 60));
    assertThat(UnreadTableDetector.hasUnreadTable(grid(3, 4), heading)).isTrue();
    assertThat(UnreadTableDetector.hasUnreadTable(grid(3, 4), List.of())).isTrue();
  }

  @Test
  void a_table_with_text_or_an_empty_form_with_a_header_is_read() {
    List<Glyph> header = List.of(text(60, 105), text(140, 105), text(220, 105));
    assertThat(UnreadTableDetector.hasUnreadTable(grid(3, 8), header)).isFalse();
  }

  @Test
  void strokes_of_characters_and_single_lines_are_no_table() {
    assertThat(UnreadTableDetector.hasUnreadTable(grid(1, 3), List.of())).isFalse();
    assertThat(
            UnreadTableDetector.hasUnreadTable(List.of(Ruling.horizontal(100, 50, 500)), List.of()))
        .isFalse();
  }
}
