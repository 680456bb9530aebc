package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.TsvResource;

/**
 * Recognizes documents that are not budgets, accounts or evaluations by their first title: notices,
 * laws, lists of allotted funds, applications with goals. Stateless.
 */
final class OtherKindDetector {
  /** A pattern of titles of other documents, from {@code other-kinds.tsv}. */
  private record OtherKindTitle(Pattern pattern, boolean always) {}

  private static final List<OtherKindTitle> TITLES =
      TsvResource.readRows(OtherKindDetector.class, "other-kinds.tsv", 3).stream()
          .map(row -> new OtherKindTitle(Pattern.compile(row.get(0)), row.get(1).equals("always")))
          .toList();

  /**
   * Number of lines at the beginning that are searched for a title, so that lines below page menus
   * are not taken as one.
   */
  private static final int FIRST_LINES = 12;

  private static final int MAX_TITLE_LENGTH = 60;

  private OtherKindDetector() {}

  /** The title that names another kind; null if none does. */
  static @Nullable Claim<String> find(DocumentWords words) {
    return find(words, false);
  }

  /** A title that decides regardless of the rest of the document: 某县绩效评价管理办法. */
  static @Nullable Claim<String> findDecisiveTitle(DocumentWords words) {
    return find(words, true);
  }

  private static @Nullable Claim<String> find(DocumentWords words, boolean always) {
    List<DocumentLine> lines = words.lines();
    for (DocumentLine line : DocumentWords.limit(FIRST_LINES, lines)) {
      boolean title =
          line.text().length() <= MAX_TITLE_LENGTH
              && TITLES.stream()
                  .filter(t -> t.always() || !always)
                  .anyMatch(t -> t.pattern().matcher(line.text()).matches());
      if (title) {
        return new Claim<>(line.text(), "title", line.text(), line.page());
      }
    }
    return null;
  }
}
