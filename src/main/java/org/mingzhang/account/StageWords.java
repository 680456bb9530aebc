package org.mingzhang.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/** The words that say which step of the budget cycle, read from {@code stages.tsv}. */
final class StageWords {
  static final StageWords STANDARD = new StageWords();

  private final Map<String, Stage> words = new HashMap<>();
  private int longest;

  private StageWords() {
    for (var cells : TsvResource.rows(StageWords.class, "stages.tsv", 2)) {
      Stage stage = Stage.ofLabel(cells.get(0)).orElseThrow();
      for (String word : TsvResource.list(cells.get(1))) {
        words.put(word, stage);
        longest = Math.max(longest, word.length());
      }
    }
  }

  /**
   * A name parted from words for a stage behind or before it.
   *
   * @param stage the stage, or null where it says none
   * @param rest the rest, or the whole name
   */
  record Split(@Nullable Stage stage, String rest) {}

  /** The stage that a text says and nothing else. */
  Optional<Stage> whole(String text) {
    return Optional.ofNullable(words.get(text));
  }

  /** The longest word behind a normalised name, else the longest before it. */
  Split split(String name) {
    for (int length = Math.min(longest, name.length() - 2); length >= 2; length--) {
      Stage behind = words.get(name.substring(name.length() - length));
      if (behind != null) {
        return new Split(behind, name.substring(0, name.length() - length));
      }
    }
    for (int length = Math.min(longest, name.length() - 2); length >= 2; length--) {
      Stage before = words.get(name.substring(0, length));
      if (before != null) {
        return new Split(before, name.substring(length));
      }
    }
    return new Split(null, name);
  }
}
