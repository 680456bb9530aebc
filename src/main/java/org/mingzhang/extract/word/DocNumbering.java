package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Automatic numbering of a binary Word document ([MS-DOC] 2.4.6.3). Labels must be asked for once
 * for each paragraph with text, in document order. Not thread-safe.
 */
final class DocNumbering {
  /** Value of {@code ixchFollow} for a number that no tab or space follows. */
  private static final int NO_CHARACTER_AFTER_NUMBER = 2;

  private final @Nullable ListTables listTables;
  private final ListCounters counters = new ListCounters();
  private final Map<Integer, List<ListLevel>> levelsByList = new HashMap<>();
  private final Set<String> startedLevels = new HashSet<>();

  /**
   * Creates the numbering of a document.
   *
   * @param listTables its lists, or null if it has none
   */
  DocNumbering(@Nullable ListTables listTables) {
    this.listTables = listTables;
  }

  /**
   * Counts a paragraph in its list and returns its label, with the space after it; empty if it has
   * none or its list is not defined.
   */
  String nextLabel(Paragraph paragraph) {
    if (listTables == null || !paragraph.isInList()) {
      return "";
    }
    int override = paragraph.getIlfo();
    LFO list = findList(listTables, override);
    ListData data = list == null ? null : listTables.getListData(list.getLsid());
    if (data == null) {
      return "";
    }
    int level = Math.clamp(paragraph.getIlvl(), 0, ListCounters.LEVEL_COUNT - 1);
    String id = String.valueOf(data.getLsid());
    restartWhereOverridden(listTables.getLfoData(override), id, override, level);
    return counters.nextLabel(id, levelsOf(data), level);
  }

  /** The list with a 1-based index, or null if the document does not define it. */
  private static @Nullable LFO findList(ListTables listTables, int overrideId) {
    try {
      return listTables.getLfo(overrideId);
    } catch (NoSuchElementException e) {
      return null;
    }
  }

  /** Restarts a level at the first paragraph of a list that overrides its start. */
  private void restartWhereOverridden(
      @Nullable LFOData overrides, String listId, int overrideId, int level) {
    ListFormatOverrideLevel[] own = overrides == null ? null : overrides.getRgLfoLvl();
    if (own == null || !startedLevels.add(overrideId + "/" + level)) {
      return;
    }
    ListFormatOverrideLevel here = findOverride(own, level);
    if (here != null && here.isStartAt() && here.getLevel() == null) {
      counters.restart(listId, level, here.getIStartAt());
    }
  }

  /**
   * The override of a 0-based level; null if there is none. The array holds only overridden levels,
   * so its indexes are not levels.
   */
  static @Nullable ListFormatOverrideLevel findOverride(
      @Nullable ListFormatOverrideLevel[] overrides, int level) {
    for (ListFormatOverrideLevel override : overrides) {
      if (override != null && override.getLevelNum() == level) {
        return override;
      }
    }
    return null;
  }

  private List<ListLevel> levelsOf(ListData data) {
    return levelsByList.computeIfAbsent(
        data.getLsid(),
        id -> {
          List<ListLevel> all = new ArrayList<>();
          for (int i = 0; i < ListCounters.LEVEL_COUNT; i++) {
            all.add(i < data.numLevels() ? toLevel(data, i) : unnumberedLevel(i));
          }
          return all;
        });
  }

  private static ListLevel unnumberedLevel(int index) {
    return new ListLevel("none", "", 1, index, false, false);
  }

  private static ListLevel toLevel(ListData data, int index) {
    org.apache.poi.hwpf.model.ListLevel level = data.getLevel(index + 1);
    if (level == null) {
      return unnumberedLevel(index);
    }
    StringBuilder pattern = new StringBuilder();
    String text = level.getNumberText();
    for (char c : (text == null ? "" : text).toCharArray()) {
      if (c < ListCounters.LEVEL_COUNT) {
        pattern.append('%').append(c + 1);
      } else {
        pattern.append(c);
      }
    }
    return new ListLevel(
        NumberFormats.nameOf(level.getNumberFormat()),
        pattern.toString(),
        level.getStartAt(),
        index,
        level.getTypeOfCharFollowingTheNumber() != NO_CHARACTER_AFTER_NUMBER,
        level.isLegalNumbering());
  }
}
