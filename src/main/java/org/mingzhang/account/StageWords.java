package org.mingzhang.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/** Words for stages of the budget cycle, read from {@code stages.tsv}. */
final class StageWords {
  static final StageWords STANDARD = new StageWords();

  private final Map<String, Stage> stageByWord = new HashMap<>();
  private final int maxWordLength;

  private StageWords() {
    TsvResource.parseRows(StageWords.class, "stages.tsv", 2, StageWords::parse)
        .forEach(stageByWord::putAll);
    maxWordLength = stageByWord.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private static Map<String, Stage> parse(List<String> cells) {
    Stage stage = TsvResource.requireNamed(cells.get(0), Stage::ofLabel);
    return TsvResource.splitList(cells.get(1)).stream()
        .collect(Collectors.toMap(word -> word, word -> stage));
  }

  /**
   * A name split into a leading or trailing word for a stage and the rest.
   *
   * @param stage the stage, or null if there is none
   * @param rest the rest, or the whole name
   */
  record StageAndRest(@Nullable Stage stage, String rest) {}

  /** The stage of a text that consists of a word for a stage; empty for any other text. */
  Optional<Stage> match(String text) {
    return Optional.ofNullable(stageByWord.get(text));
  }

  /**
   * Splits the longest word for a stage off the end or, if there is none, off the beginning of a
   * normalized name. At least two characters remain.
   */
  StageAndRest split(String name) {
    for (int length = Math.min(maxWordLength, name.length() - 2); length >= 2; length--) {
      Stage behind = stageByWord.get(name.substring(name.length() - length));
      if (behind != null) {
        return new StageAndRest(behind, name.substring(0, name.length() - length));
      }
    }
    for (int length = Math.min(maxWordLength, name.length() - 2); length >= 2; length--) {
      Stage before = stageByWord.get(name.substring(0, length));
      if (before != null) {
        return new StageAndRest(before, name.substring(length));
      }
    }
    return new StageAndRest(null, name);
  }
}
