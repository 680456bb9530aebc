package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the items of the functional classification that a phrase names with a code or with the
 * marks of their levels: 教育支出（类）普通教育（款）小学教育. A name right after the last mark is one more level.
 */
final class MarkedItemReader {
  /** Levels of the functional classification: 类, 款, 项. */
  private static final int LEVEL_COUNT = 3;

  /** Minimum number of characters of the name of a level. */
  private static final int MIN_LEVEL_LENGTH = 3;

  private final FoldedText foldedText;
  private final AccountNameResolver nameResolver;
  private final ChartNameFinder chartNameFinder;

  MarkedItemReader(
      FoldedText foldedText, AccountNameResolver nameResolver, ChartNameFinder chartNameFinder) {
    this.foldedText = foldedText;
    this.nameResolver = nameResolver;
    this.chartNameFinder = chartNameFinder;
  }

  /**
   * The items with marks among the tokens of a name, in their order; empty if there is none.
   *
   * @param itemAbove path of the preceding item, which completes a path that does not start at
   *     level 1; or null
   */
  List<ResolvedName> read(List<ProseToken> nameTokens, @Nullable String itemAbove) {
    List<ResolvedName> found = new ArrayList<>();
    for (int i = 0; i < nameTokens.size(); i++) {
      if (nameTokens.get(i) instanceof ProseToken.Item marked) {
        ProseToken.Item item =
            withUnmarkedLevel(marked, nameTokens.subList(i + 1, nameTokens.size()));
        String printed = foldedText.text(item.start(), item.end());
        Subject subject =
            nameResolver
                .functionalItems()
                .resolve(item, itemAbove, printed, chartNameFinder.spanOf(item, item));
        found.add(new ResolvedName(subject, null));
      }
    }
    return found;
  }

  /**
   * Adds the name right after the last mark of an item as one more level: 普通教育（款）小学教育120万元 is 小学教育
   * and not 普通教育.
   */
  private ProseToken.Item withUnmarkedLevel(ProseToken.Item item, List<ProseToken> after) {
    int end = item.end();
    for (ProseToken token : after) {
      boolean name =
          token instanceof ProseToken.Text
              || token instanceof ProseToken.Name
              || token.isWordOfClass(WordClass.SCOPE);
      if (!name || token.start() != end) {
        break;
      }
      end = token.end();
    }
    if (item.firstDepth() + item.levels().size() > LEVEL_COUNT
        || end - item.end() < MIN_LEVEL_LENGTH) {
      return item;
    }
    List<String> levels = new ArrayList<>(item.levels());
    levels.add(foldedText.text(item.end(), end));
    return new ProseToken.Item(item.start(), end, levels, item.firstDepth(), "");
  }
}
